package io.albspec.load.bench.micro;

import io.albspec.proxy.exchange.ConnectionInfo;
import io.albspec.proxy.exchange.Exchange;
import io.albspec.proxy.exchange.Settings;
import io.albspec.proxy.stickiness.CookieKeys;
import io.albspec.proxy.stickiness.CookieSeal;
import io.albspec.proxy.stickiness.StickySessions;
import io.albspec.proxy.target.LiveTargetGroup;
import io.albspec.proxy.target.TargetGroups;
import io.albspec.proxy.time.Time;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
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
  private final ConnectionInfo connection = SingleNode.connection();
  private final Settings settings = SingleNode.settings();
  private final ByteBuffer response =
      bytes("HTTP/1.1 200 OK\r\nContent-Length: 2\r\nSet-Cookie: app=1; Path=/; HttpOnly\r\n\r\n");
  private ByteBuffer request = request("");
  private final Time time = Time.real();
  private LiveTargetGroup group;

  /** A group, and a request of a browser that has been there before or has not. */
  @Setup
  public void prepare() {
    TargetGroups groups = new TargetGroups(time);
    groups.update(SingleNode.config(attributes(), SingleNode.targets(TARGETS)));
    group = groups.group(SingleNode.GROUP);
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

  private Map<String, String> attributes() {
    return Map.of(
        "stickiness.enabled",
        Boolean.toString(!type.equals("none")),
        "stickiness.type",
        type,
        "stickiness.lb_cookie.duration_seconds",
        "86400",
        "stickiness.app_cookie.duration_seconds",
        "86400",
        "stickiness.app_cookie.cookie_name",
        "app");
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
