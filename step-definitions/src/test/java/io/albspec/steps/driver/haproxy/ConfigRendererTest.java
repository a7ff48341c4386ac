package io.albspec.steps.driver.haproxy;

import static io.albspec.steps.driver.haproxy.ConditionSamples.header;
import static io.albspec.steps.driver.haproxy.ConditionSamples.host;
import static io.albspec.steps.driver.haproxy.ConditionSamples.method;
import static io.albspec.steps.driver.haproxy.ConditionSamples.path;
import static io.albspec.steps.driver.haproxy.ConditionSamples.query;
import static io.albspec.steps.driver.haproxy.ConditionSamples.source;
import static io.albspec.steps.driver.haproxy.Groups.group;
import static io.albspec.steps.driver.haproxy.Groups.target;
import static io.albspec.steps.driver.haproxy.Groups.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.albspec.proxy.control.TargetGroupConfig;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ProtocolEnum;

/** Renderings compared with golden files, each of which the real HAProxy accepts. */
class ConfigRendererTest {

  private static final TargetGroupConfig BLUE = group("blue", target(9001), target(9002));
  private static final TargetGroupConfig GREEN = group("green", target(9003), target(9004, true));
  private static final TargetGroupConfig EMPTY = group("empty");

  @ParameterizedTest
  @MethodSource("renderings")
  void aConfigurationIsRenderedAsInTheGoldenFile(String name, Snapshot snapshot)
      throws IOException {
    String rendered = snapshot.rendered();

    assertThat(rendered).isEqualTo(golden(name));
  }

  @ParameterizedTest
  @MethodSource("renderings")
  void haproxyAcceptsARendering(String name, Snapshot snapshot, @TempDir Path directory)
      throws IOException {
    HaproxyBinary haproxy = InstalledHaproxy.orSkip();
    Path file = Files.writeString(directory.resolve(name + ".cfg"), snapshot.rendered());

    assertThat(haproxy.complaint(List.of(file))).isEmpty();
  }

  static Stream<Arguments> renderings() {
    return Stream.of(
        Arguments.of("forward", snapshot().group(BLUE).otherwise(Actions.forward(BLUE))),
        Arguments.of("weights", weights()),
        Arguments.of("conditions", conditions()),
        Arguments.of("answers", answers()),
        Arguments.of("attributes", attributes()),
        Arguments.of("targets", targets()));
  }

  private static Snapshot weights() {
    return snapshot()
        .group(BLUE)
        .group(GREEN)
        .group(EMPTY)
        .rule(
            10,
            Actions.forward(
                Actions.share(BLUE, 10), Actions.share(EMPTY, 0), Actions.share(GREEN, 20)),
            path("/shared"))
        .rule(20, Actions.forward(Actions.share(BLUE, 0)), path("/nothing"))
        .otherwise(Actions.forward(EMPTY));
  }

  private static Snapshot conditions() {
    return snapshot()
        .rule(1, Actions.fixed("200", null, null), host("example.com", "*.example.org"))
        .rule(2, Actions.fixed("200", null, null), host("a.example.com"), path("/img/*", "/a?.b$c"))
        .rule(3, Actions.fixed("200", null, null), path("/it's/\"quoted\""))
        .rule(4, Actions.fixed("200", null, null), header("User-Agent", "*Chrome*", "a (b)"))
        .rule(5, Actions.fixed("200", null, null), header("x'$#y", "v"), header("Via", "w"))
        .rule(6, Actions.fixed("200", null, null), query("version", "v1"), query(null, "*ex.a\\**"))
        .rule(7, Actions.fixed("200", null, null), method("GET", "CUSTOM-METHOD"))
        .rule(8, Actions.fixed("200", null, null), source("192.0.2.0/24", "2001:db8::/32"));
  }

  private static Snapshot answers() {
    return snapshot()
        .rule(1, Actions.fixed("503", "text/html", "<p>100% \"it's\" $HOME #1\n</p>"), path("/a"))
        .rule(2, Actions.fixed("200", null, "plain"), path("/b"))
        .rule(3, Actions.redirect(to -> to.protocol("HTTPS").port("443")), path("/c"))
        .rule(
            4,
            Actions.redirect(
                to ->
                    to.host("new.#{host}")
                        .path("/#{port}/100%/#{path}")
                        .query("x=#{protocol}&#{query}")
                        .statusCode("HTTP_301")),
            path("/d"))
        .otherwise(Actions.redirect(to -> to.path("/z").query("")));
  }

  private static Snapshot attributes() {
    return snapshot()
        .port(80)
        .attribute("idle_timeout.timeout_seconds", "6")
        .attribute("routing.http.drop_invalid_header_fields.enabled", "true")
        .attribute("routing.http.xff_client_port.enabled", "true")
        .group(EMPTY)
        .otherwise(Actions.forward(EMPTY));
  }

  private static Snapshot targets() {
    TargetGroupConfig tls =
        with(
            with(group("tls", target(9443)), g -> g.protocol(ProtocolEnum.HTTPS)),
            g -> g.healthCheckPort("9000").healthCheckPath("/health?deep=1"));
    TargetGroupConfig http2 =
        with(
            group("http2", target(9005)),
            g -> g.protocolVersion("HTTP2").matcher(m -> m.httpCode("200,300-399")));
    TargetGroupConfig sticky =
        with(
            with(group("sticky", target(9006)), "stickiness.enabled", "true"),
            "load_balancing.algorithm.type",
            "least_outstanding_requests");
    return snapshot()
        .attribute("routing.http.preserve_host_header.enabled", "true")
        .attribute("routing.http.xff_header_processing.mode", "remove")
        .group(tls)
        .group(http2)
        .group(sticky)
        .rule(1, Actions.forward(tls), path("/tls"))
        .rule(2, Actions.forward(http2), path("/http2"))
        .otherwise(Actions.forward(sticky));
  }

  private static Snapshot snapshot() {
    return new Snapshot().node(address(1)).node(address(2));
  }

  private static InetAddress address(int zone) {
    try {
      return InetAddress.getByAddress(new byte[] {127, 0, (byte) zone, 4});
    } catch (IOException e) {
      throw new IllegalStateException("four bytes are an address", e);
    }
  }

  private static String golden(String name) throws IOException {
    try (InputStream file = ConfigRendererTest.class.getResourceAsStream(name + ".cfg")) {
      assertThat(file).as("golden file %s.cfg", name).isNotNull();
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
