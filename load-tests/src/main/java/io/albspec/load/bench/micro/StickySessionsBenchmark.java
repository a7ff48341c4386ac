package io.albspec.load.bench.micro;

import io.albspec.proxy.control.BalancerConfig;
import io.albspec.proxy.control.Config;
import io.albspec.proxy.control.Node;
import io.albspec.proxy.control.TargetConfig;
import io.albspec.proxy.control.TargetGroupConfig;
import io.albspec.proxy.exchange.ConnectionInfo;
import io.albspec.proxy.exchange.Exchange;
import io.albspec.proxy.exchange.Settings;
import io.albspec.proxy.stickiness.CookieKeys;
import io.albspec.proxy.stickiness.CookieSeal;
import io.albspec.proxy.stickiness.StickySessions;
import io.albspec.proxy.target.LiveTargetGroup;
import io.albspec.proxy.target.TargetGroups;
import io.albspec.proxy.time.Time;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancer;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetDescription;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroup;

/**
 * What sticky sessions cost a request: choosing its target, and the cookies of its response, beside
 * reading the heads of both.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class StickySessionsBenchmark {

  private static final String GROUP = "arn:aws:elasticloadbalancing:us-east-2:1:targetgroup/g/0123";
  private static final String BALANCER = "arn:balancer";
  private static final String ZONE = "us-east-2a";
  private static final int TARGETS = 100;
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

  /** The sticky sessions of the group: none, or their type. */
  @Param({"none", "lb_cookie", "app_cookie"})
  public String type;

  /** Whether the client has the cookies of a session. */
  @Param({"false", "true"})
  public boolean returning;

  private final Exchange exchange = new Exchange();
  private final StickySessions sessions = new StickySessions(new CookieSeal(CookieKeys.random()));
  private final ConnectionInfo connection =
      new ConnectionInfo(
          new InetSocketAddress("192.0.2.1", 4000),
          new InetSocketAddress("192.0.2.2", 80),
          ZONE,
          1);
  private final Settings settings =
      new Settings(
          Duration.ofSeconds(60),
          Duration.ofSeconds(3600),
          Settings.ForwardedFor.APPEND,
          false,
          false,
          false,
          false,
          false);
  private final ByteBuffer response =
      bytes("HTTP/1.1 200 OK\r\nContent-Length: 2\r\nSet-Cookie: app=1; Path=/; HttpOnly\r\n\r\n");
  private ByteBuffer request = request("");
  private final Time time = Time.real();
  private LiveTargetGroup group;

  /** A group, and a request of a browser that has been there before or has not. */
  @Setup
  public void prepare() {
    TargetGroups groups = new TargetGroups(time);
    groups.update(new Config(1, Map.of(BALANCER, balancer()), Map.of(GROUP, config())));
    group = groups.group(GROUP);
    if (returning) {
      request =
          request(
              readChooseAndAnswer()
                  .lines()
                  .map(line -> "; " + line.substring("Set-Cookie: ".length()).split(";", 2)[0])
                  .collect(Collectors.joining("", "; app=1", "")));
    }
  }

  private static ByteBuffer request(String cookies) {
    String text = new String(BrowserRequest.bytes(), StandardCharsets.US_ASCII);
    return bytes(text.replace("theme=dark", "theme=dark" + cookies));
  }

  private static ByteBuffer bytes(String text) {
    return ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII));
  }

  /** Ends the timers. */
  @TearDown
  public void end() {
    time.close();
  }

  private static BalancerConfig balancer() {
    return new BalancerConfig(
        LoadBalancer.builder().loadBalancerArn(BALANCER).build(),
        Map.of(),
        Map.of(),
        List.of(new Node(ZONE, "subnet-a", InetAddress.getLoopbackAddress())),
        List.of());
  }

  private TargetGroupConfig config() {
    Map<String, String> attributes = new HashMap<>();
    attributes.put("stickiness.enabled", Boolean.toString(!type.equals("none")));
    attributes.put("stickiness.type", type);
    attributes.put("stickiness.lb_cookie.duration_seconds", "86400");
    attributes.put("stickiness.app_cookie.duration_seconds", "86400");
    attributes.put("stickiness.app_cookie.cookie_name", "app");
    return new TargetGroupConfig(
        TargetGroup.builder().targetGroupArn(GROUP).loadBalancerArns(BALANCER).build(),
        attributes,
        Map.of(),
        IntStream.rangeClosed(1, TARGETS).mapToObj(StickySessionsBenchmark::target).toList());
  }

  private static TargetConfig target(int port) {
    return new TargetConfig(
        TargetDescription.builder().id("i-0123456789abcdef0").port(port).build(),
        new InetSocketAddress(InetAddress.getLoopbackAddress(), port),
        ZONE,
        false);
  }

  /** From the bytes of both heads to the lines that are added to the response. */
  @Benchmark
  public String readChooseAndAnswer() {
    exchange.begin(connection, settings, null, NOW, 0);
    exchange.request().head().read(request.rewind());
    exchange.response().head().read(response.rewind());
    sessions.choose(exchange, group);
    return exchange.addedFields().lines(exchange, NOW);
  }
}
