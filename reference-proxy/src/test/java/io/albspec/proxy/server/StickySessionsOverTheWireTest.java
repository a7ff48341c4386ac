package io.albspec.proxy.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.albspec.proxy.ReferenceProxy;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.elasticloadbalancingv2.ElasticLoadBalancingV2Client;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Action;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancer;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetDescription;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroupAttribute;

/**
 * Sticky sessions with clients and targets on connections, and a balancer that is started again.
 */
@Timeout(60)
class StickySessionsOverTheWireTest {

  private static final int TARGETS = 3;

  @TempDir private Path folder;
  private final List<HttpServer> targets = new ArrayList<>();
  private final HttpClient client = HttpClient.newHttpClient();
  private ReferenceProxy proxy;
  private URI site;

  @BeforeEach
  void start() throws IOException {
    for (int i = 0; i < TARGETS; i++) {
      targets.add(target("target-" + i));
    }
    startProxy();
  }

  @AfterEach
  void stop() {
    proxy.close();
    targets.forEach(target -> target.stop(0));
  }

  private static HttpServer target(String name) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          exchange.getResponseHeaders().set("Set-Cookie", "session=" + name + "; HttpOnly");
          byte[] body = name.getBytes(UTF_8);
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
    return server;
  }

  private void startProxy() throws IOException {
    proxy =
        ReferenceProxy.builder()
            .dataDir(folder)
            .persistent(true)
            .workers(1)
            .grace(Duration.ofMillis(200))
            .start();
  }

  private <T> T api(Function<ElasticLoadBalancingV2Client, T> call) {
    try (ElasticLoadBalancingV2Client api =
        ElasticLoadBalancingV2Client.builder()
            .endpointOverride(proxy.endpoint())
            .region(Region.US_EAST_2)
            .credentialsProvider(
                StaticCredentialsProvider.create(AwsBasicCredentials.create("x", "y")))
            .build()) {
      return call.apply(api);
    }
  }

  private void balancer(String stickinessType) throws IOException {
    int port = freePort();
    LoadBalancer balancer = api(api -> forward(api, group(api, stickinessType), port));
    site =
        URI.create(
            "http://%s:%d/"
                .formatted(
                    balancer.availabilityZones().get(0).loadBalancerAddresses().get(0).ipAddress(),
                    port));
  }

  private String group(ElasticLoadBalancingV2Client api, String stickinessType) {
    String arn =
        api.createTargetGroup(
                g -> g.name("tg").protocol("HTTP").port(80).vpcId("vpc-default").targetType("ip"))
            .targetGroups()
            .get(0)
            .targetGroupArn();
    api.registerTargets(r -> r.targetGroupArn(arn).targets(registered()));
    api.modifyTargetGroupAttributes(
        m ->
            m.targetGroupArn(arn)
                .attributes(
                    attribute("stickiness.enabled", "true"),
                    attribute("stickiness.type", stickinessType),
                    attribute("stickiness.app_cookie.cookie_name", "session")));
    return arn;
  }

  private List<TargetDescription> registered() {
    return targets.stream()
        .map(
            target ->
                TargetDescription.builder()
                    .id("127.0.0.1")
                    .port(target.getAddress().getPort())
                    .build())
        .toList();
  }

  private static TargetGroupAttribute attribute(String key, String value) {
    return TargetGroupAttribute.builder().key(key).value(value).build();
  }

  private static LoadBalancer forward(ElasticLoadBalancingV2Client api, String group, int port) {
    LoadBalancer balancer =
        api.createLoadBalancer(b -> b.name("lb").subnets("subnet-a", "subnet-b"))
            .loadBalancers()
            .get(0);
    api.createListener(
        l ->
            l.loadBalancerArn(balancer.loadBalancerArn())
                .protocol("HTTP")
                .port(port)
                .defaultActions(Action.builder().type("forward").targetGroupArn(group).build()));
    return balancer;
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private HttpResponse<String> get() throws Exception {
    return get("other=1");
  }

  private HttpResponse<String> get(String cookies) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(site).timeout(Duration.ofSeconds(10)).header("Cookie", cookies);
    return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  /** What a client sends back after a response. */
  private static String cookies(HttpResponse<String> response) {
    return String.join(
        "; ",
        response.headers().allValues("Set-Cookie").stream()
            .map(line -> line.split(";", 2)[0])
            .toList());
  }

  private void staysAcrossARestart(String stickinessType) throws Exception {
    balancer(stickinessType);
    HttpResponse<String> first = get();
    get();

    proxy.close();
    startProxy();

    for (int i = 0; i < 2 * TARGETS; i++) {
      assertThat(get(cookies(first)).body()).isEqualTo(first.body());
    }
  }

  @Test
  void sessionsByDurationOutliveARestartWithTheSameDataDirectory() throws Exception {
    staysAcrossARestart("lb_cookie");
  }

  @Test
  void sessionsOfApplicationsOutliveARestartWithTheSameDataDirectory() throws Exception {
    staysAcrossARestart("app_cookie");
  }

  @Test
  void thousandsOfCookiesAreReadOnce() throws Exception {
    balancer("lb_cookie");
    String bad = "AWSALB=x; AWSALBCORS=%; ".repeat(500);
    HttpResponse<String> first = get();

    HttpResponse<String> hostile = get(bad + cookies(first));

    assertThat(hostile.statusCode()).isEqualTo(200);
    assertThat(hostile.body()).isNotEqualTo(first.body());
    assertThat(get(cookies(hostile)).body()).isEqualTo(hostile.body());
  }

  @Test
  void thousandsOfFragmentsAreReadOnce() throws Exception {
    balancer("app_cookie");
    String bad = "AWSALBAPP-3=x; AWSALBAPP-1=%; AWSALBAPP-0=y; session=; ".repeat(250);

    HttpResponse<String> hostile = get(bad);

    assertThat(hostile.statusCode()).isEqualTo(200);
    assertThat(get(cookies(hostile)).body()).isEqualTo(hostile.body());
  }

  @Test
  void aMegabyteOfCookiesIsRefused() throws Exception {
    balancer("lb_cookie");

    assertThat(get("AWSALB=" + "A".repeat(1 << 20)).statusCode()).isEqualTo(400);
    assertThat(get().statusCode()).isEqualTo(200);
  }
}
