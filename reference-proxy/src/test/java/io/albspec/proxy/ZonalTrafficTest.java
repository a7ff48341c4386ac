package io.albspec.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.albspec.proxy.time.Time;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.Type;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.elasticloadbalancingv2.ElasticLoadBalancingV2Client;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Action;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancer;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetDescription;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroupAttribute;

/** What a zonal shift does to the node of the zone: a target in each of two zones. */
@Timeout(120)
class ZonalTrafficTest {

  private static final int SCALE = 20;
  private static final Duration BUDGET = Duration.ofSeconds(30);
  private static final Duration POLL = Duration.ofMillis(10);

  @TempDir private Path folder;
  private final Time time = Time.scaled(SCALE);
  private final CountDownLatch release = new CountDownLatch(1);
  private ReferenceProxy proxy;
  private ElasticLoadBalancingV2Client api;
  private HttpServer inA;
  private HttpServer inB;
  private LoadBalancer balancer;
  private int port;

  @BeforeEach
  void start() throws IOException {
    proxy = ReferenceProxy.builder().dataDir(folder).time(time).workers(1).start();
    api =
        ElasticLoadBalancingV2Client.builder()
            .endpointOverride(proxy.endpoint())
            .region(Region.US_EAST_2)
            .credentialsProvider(
                StaticCredentialsProvider.create(AwsBasicCredentials.create("x", "y")))
            .httpClientBuilder(UrlConnectionHttpClient.builder())
            .build();
    inA = target("127.0.1.1");
    inB = target("127.0.2.1");
    forward();
    until(() -> bothZonesAnswer());
  }

  @AfterEach
  void stop() {
    release.countDown();
    inA.stop(0);
    inB.stop(0);
    api.close();
    proxy.close();
    time.close();
  }

  @Test
  void theNodeLeavesDnsAndServesThoseWhoStillHaveItsAddress() throws Exception {
    try (Socket idle = connect(0);
        Socket busy = connect(0)) {
      ask(busy, "/slow");

      shift("use2-az1");

      assertThat(addresses()).containsExactly(node(1));
      ask(idle, "/");
      assertThat(status(idle)).isEqualTo("HTTP/1.1 200 OK");
      release.countDown();
      assertThat(status(busy)).isEqualTo("HTTP/1.1 200 OK");
      assertThat(answer(0)).isEqualTo("HTTP/1.1 200 OK");
    }
  }

  @Test
  void ifNoOtherZoneIsHealthyNothingIsShifted() throws Exception {
    shift("use2-az1");
    assertThat(addresses()).containsExactly(node(1));

    inB.stop(0);

    until(() -> addresses().size() == 2);
  }

  private HttpServer target(String address) throws IOException {
    HttpServer server = HttpServer.create(new InetSocketAddress(address, 0), 0);
    server.setExecutor(Executors.newCachedThreadPool());
    server.createContext(
        "/",
        exchange -> {
          if (exchange.getRequestURI().getPath().equals("/slow")) {
            await(release);
          }
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    server.start();
    return server;
  }

  private static void await(CountDownLatch latch) throws IOException {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  private void forward() throws IOException {
    balancer =
        api.createLoadBalancer(b -> b.name("zonal").subnets("subnet-a", "subnet-b"))
            .loadBalancers()
            .get(0);
    String group =
        api.createTargetGroup(
                g ->
                    g.name("zonal")
                        .protocol("HTTP")
                        .port(80)
                        .vpcId("vpc-default")
                        .targetType("ip")
                        .healthCheckIntervalSeconds(5)
                        .healthCheckTimeoutSeconds(2)
                        .unhealthyThresholdCount(2))
            .targetGroups()
            .get(0)
            .targetGroupArn();
    TargetGroupAttribute off =
        TargetGroupAttribute.builder()
            .key("load_balancing.cross_zone.enabled")
            .value("false")
            .build();
    api.modifyTargetGroupAttributes(m -> m.targetGroupArn(group).attributes(off));
    for (HttpServer each : List.of(inA, inB)) {
      TargetDescription target =
          TargetDescription.builder()
              .id(each.getAddress().getAddress().getHostAddress())
              .port(each.getAddress().getPort())
              .build();
      api.registerTargets(r -> r.targetGroupArn(group).targets(target));
    }
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    Action forward = Action.builder().type("forward").targetGroupArn(group).build();
    api.createListener(
        l ->
            l.loadBalancerArn(balancer.loadBalancerArn())
                .protocol("HTTP")
                .port(port)
                .defaultActions(forward));
  }

  private boolean bothZonesAnswer() throws IOException {
    return addresses().size() == 2
        && answer(0).equals("HTTP/1.1 200 OK")
        && answer(1).equals("HTTP/1.1 200 OK");
  }

  private void shift(String zone) throws Exception {
    String body =
        "{\"resourceIdentifier\":\"%s\",\"awayFrom\":\"%s\",\"expiresIn\":\"3h\",\"comment\":\"\"}"
            .formatted(balancer.loadBalancerArn(), zone);
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(proxy.endpoint() + "/zonalshifts"))
            .POST(BodyPublishers.ofString(body))
            .build();
    assertThat(HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).statusCode())
        .isEqualTo(201);
  }

  private String node(int zone) {
    return balancer.availabilityZones().get(zone).loadBalancerAddresses().get(0).ipAddress();
  }

  private Socket connect(int zone) throws IOException {
    Socket socket = new Socket(node(zone), port);
    socket.setSoTimeout((int) BUDGET.toMillis());
    return socket;
  }

  private static void ask(Socket socket, String path) throws IOException {
    OutputStream out = socket.getOutputStream();
    out.write(("GET " + path + " HTTP/1.1\r\nHost: a\r\n\r\n").getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  private static String status(Socket socket) throws IOException {
    InputStream in = socket.getInputStream();
    return new String(in.readNBytes("HTTP/1.1 200 OK".length()), StandardCharsets.UTF_8);
  }

  private String answer(int zone) throws IOException {
    try (Socket socket = connect(zone)) {
      ask(socket, "/");
      return status(socket);
    }
  }

  private List<String> addresses() throws IOException {
    Name name = Name.fromString(balancer.dnsName() + ".");
    Message query = Message.newQuery(Record.newRecord(name, Type.A, DClass.IN));
    return new SimpleResolver(proxy.nameServer())
        .send(query).getSection(Section.ANSWER).stream()
            .map(record -> ((ARecord) record).getAddress().getHostAddress())
            .toList();
  }

  private interface Condition {

    boolean isMet() throws IOException;
  }

  private static void until(Condition condition) throws IOException {
    long end = System.nanoTime() + BUDGET.toNanos();
    while (!condition.isMet() && System.nanoTime() < end) {
      LockSupport.parkNanos(POLL.toNanos());
    }
    assertThat(condition.isMet()).isTrue();
  }
}
