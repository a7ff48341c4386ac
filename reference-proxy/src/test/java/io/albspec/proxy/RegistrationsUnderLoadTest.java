package io.albspec.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import io.albspec.proxy.time.Time;
import java.io.IOException;
import java.io.InputStream;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.elasticloadbalancingv2.ElasticLoadBalancingV2Client;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Action;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancer;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetDescription;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetHealthStateEnum;

/** A thousand targets come and go while clients send requests: none of these is lost. */
@Timeout(180)
@EnabledOnOs(value = OS.LINUX, disabledReason = "needs all of 127.0.0.0/8 to be reachable")
class RegistrationsUnderLoadTest {

  private static final int TARGETS = 1000;
  private static final int CLIENTS = 8;
  private static final int MOST_KEPT = 999;
  private static final byte[] REQUEST =
      "GET / HTTP/1.1\r\nHost: a\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
  private static final String ANSWER = "HTTP/1.1 200 OK";
  private static final Duration BUDGET = Duration.ofSeconds(60);
  private static final Duration POLL = Duration.ofMillis(50);

  @TempDir private Path folder;
  private final Time time = Time.real();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final AtomicBoolean over = new AtomicBoolean();
  private final AtomicInteger answered = new AtomicInteger();
  private ReferenceProxy proxy;
  private ElasticLoadBalancingV2Client api;
  private TargetEverywhere everywhere;
  private LoadBalancer balancer;
  private String group;
  private int port;

  @BeforeEach
  void start() throws Exception {
    proxy = ReferenceProxy.builder().dataDir(folder).time(time).start();
    api =
        ElasticLoadBalancingV2Client.builder()
            .endpointOverride(proxy.endpoint())
            .region(Region.US_EAST_2)
            .credentialsProvider(
                StaticCredentialsProvider.create(AwsBasicCredentials.create("x", "y")))
            .httpClientBuilder(UrlConnectionHttpClient.builder())
            .build();
    everywhere = new TargetEverywhere();
    forward();
  }

  @AfterEach
  void stop() throws IOException {
    over.set(true);
    api.close();
    proxy.close();
    everywhere.close();
    threads.shutdownNow();
    time.close();
  }

  @Test
  void noRequestIsLost() throws Exception {
    register(1);
    awaitHealthy(1);
    List<Future<Integer>> clients =
        IntStream.range(0, CLIENTS).mapToObj(i -> threads.submit(this::client)).toList();

    register(TARGETS);
    awaitHealthy(TARGETS);
    awaitRequests(2 * TARGETS);
    deregister(TARGETS - 1);
    awaitHealthy(1);
    awaitRequests(TARGETS);
    over.set(true);

    int sent = 0;
    for (Future<Integer> client : clients) {
      sent += client.get();
    }
    assertThat(sent).isEqualTo(answered.get()).isGreaterThan(3 * TARGETS);
  }

  private void forward() throws IOException {
    balancer =
        api.createLoadBalancer(b -> b.name("busy").subnets("subnet-a", "subnet-b"))
            .loadBalancers()
            .get(0);
    group =
        api.createTargetGroup(
                g ->
                    g.name("busy")
                        .protocol("HTTP")
                        .port(everywhere.port())
                        .vpcId("vpc-default")
                        .targetType("ip")
                        .healthCheckIntervalSeconds(5)
                        .healthCheckTimeoutSeconds(4))
            .targetGroups()
            .get(0)
            .targetGroupArn();
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

  private void register(int count) {
    api.registerTargets(r -> r.targetGroupArn(group).targets(targets(0, count)));
  }

  /** All but the first. */
  private void deregister(int count) {
    api.deregisterTargets(d -> d.targetGroupArn(group).targets(targets(1, count + 1)));
  }

  private static List<TargetDescription> targets(int from, int to) {
    List<TargetDescription> targets = new ArrayList<>();
    for (int number = from; number < to; number++) {
      String address = "127.9.%d.%d".formatted(number / 250, number % 250 + 1);
      targets.add(TargetDescription.builder().id(address).build());
    }
    return targets;
  }

  private void awaitHealthy(int count) {
    long end = System.nanoTime() + BUDGET.toNanos();
    while (healthy() != count && System.nanoTime() < end) {
      LockSupport.parkNanos(POLL.toNanos());
    }
    assertThat(healthy()).as("healthy targets").isEqualTo(count);
  }

  private long healthy() {
    return api
        .describeTargetHealth(d -> d.targetGroupArn(group))
        .targetHealthDescriptions()
        .stream()
        .filter(each -> each.targetHealth().state() == TargetHealthStateEnum.HEALTHY)
        .count();
  }

  private void awaitRequests(int more) {
    int wanted = answered.get() + more;
    long end = System.nanoTime() + BUDGET.toNanos();
    while (answered.get() < wanted && System.nanoTime() < end) {
      LockSupport.parkNanos(POLL.toNanos());
    }
    assertThat(answered.get()).as("answered requests").isGreaterThanOrEqualTo(wanted);
  }

  /** Sends one request after the other, on new connections now and then. How many were sent. */
  private int client() throws IOException {
    int sent = 0;
    while (!over.get()) {
      try (Socket socket = new Socket(node(), port)) {
        socket.setSoTimeout((int) BUDGET.toMillis());
        for (int kept = 0; kept < MOST_KEPT && !over.get(); kept++) {
          socket.getOutputStream().write(REQUEST);
          sent++;
          readAnswer(socket.getInputStream());
        }
      }
    }
    return sent;
  }

  private String node() {
    return balancer.availabilityZones().get(0).loadBalancerAddresses().get(0).ipAddress();
  }

  private void readAnswer(InputStream in) throws IOException {
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      int next = in.read();
      if (next < 0) {
        throw new IOException("the connection ended after " + head);
      }
      head.append((char) next);
    }
    assertThat(head.toString()).startsWith(ANSWER);
    answered.incrementAndGet();
  }
}
