package io.albspec.steps.driver.haproxy;

import static io.albspec.steps.driver.haproxy.ConditionSamples.header;
import static io.albspec.steps.driver.haproxy.ConditionSamples.host;
import static io.albspec.steps.driver.haproxy.ConditionSamples.method;
import static io.albspec.steps.driver.haproxy.ConditionSamples.path;
import static io.albspec.steps.driver.haproxy.ConditionSamples.query;
import static org.assertj.core.api.Assertions.assertThat;

import io.albspec.proxy.control.ApiException;
import io.albspec.proxy.control.Config;
import io.albspec.proxy.control.TargetGroupConfig;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No text that a user gave leaves its place in the configuration. */
class HostileValuesTest {

  private static final int TRIES = 60;
  private static final String PIECES =
      "\"'\\ %#${}[]()<>*?|^.,;:&=!-@`~/\t\n\r\u0001\u007fabx0é\u20ac";
  private static final List<String> TRAPS =
      List.of("}", "{", "#", "-f", "--", "if", "$HOME", "%[src]", "%%", "\\x00", "\\", "'\"", " ");

  private final Random random = new Random(20240607);

  @Test
  void everyTextStaysInItsPlace(@TempDir Path directory) throws IOException {
    HaproxyBinary haproxy = InstalledHaproxy.orSkip();
    String shape = shape(rendered("a"));
    for (int i = 0; i < TRIES; i++) {
      String text = text();

      String rendered = rendered(text);
      Path file = Files.writeString(directory.resolve("haproxy.cfg"), rendered);

      assertThat(shape(rendered)).as("lines with %s", escaped(text)).isEqualTo(shape);
      assertThat(haproxy.complaint(List.of(file))).as("text %s", escaped(text)).isEmpty();
    }
  }

  @Test
  void everyMessageBodyIsReturnedAsItWasGiven() throws Exception {
    LocalListener listener = LocalListener.free();
    try (HaproxyDataPlane haproxy =
        HaproxyDataPlane.start(InstalledHaproxy.orSkip(), arn -> Optional.empty())) {
      for (int i = 0; i < 15; i++) {
        String body = text();
        haproxy.apply(fixed(listener, body));

        String response = RawClient.get(listener.socket(), "/");

        assertThat(response.substring(response.indexOf("\r\n\r\n") + 4)).isEqualTo(body);
      }
    }
  }

  @Test
  void everyRedirectQueryIsReturnedAsItWasGiven() throws Exception {
    LocalListener listener = LocalListener.free();
    try (HaproxyDataPlane haproxy =
        HaproxyDataPlane.start(InstalledHaproxy.orSkip(), arn -> Optional.empty())) {
      for (int i = 0; i < 15; i++) {
        String query = "q=" + text().replaceAll("[^!-~]", "") + ".";
        haproxy.apply(redirect(listener, query));

        String response = RawClient.get(listener.socket(), "/");

        assertThat(response).contains("/z?" + query + "\r\n");
      }
    }
  }

  private static Config fixed(LocalListener listener, String body) throws ApiException {
    return listener.snapshot().otherwise(Actions.fixed("200", "text/plain", body)).config();
  }

  private static Config redirect(LocalListener listener, String query) {
    return listener
        .snapshot()
        .otherwise(Actions.redirect(to -> to.path("/z").query(query)))
        .config();
  }

  /** A configuration with the text in every place where a user's text can be. */
  private static String rendered(String text) {
    TargetGroupConfig group =
        Groups.with(
            Groups.group("g" + text, Groups.target(9001)),
            g -> g.healthCheckPath("/" + text).healthCheckPort("9000"));
    return new Snapshot()
        .node(InetAddress.getLoopbackAddress())
        .group(group)
        .rule(1, Actions.fixed("200", "text/plain" + text, text + "?"), path("/*" + text))
        .rule(2, Actions.redirect(to -> to.host(text).path("/" + text).query(text)), host(text))
        .rule(3, Actions.forward(group), header("x" + text, text, "*"))
        .rule(4, Actions.forward(group), query(text, text), method(text))
        .otherwise(Actions.forward(group))
        .rendered();
  }

  /** The keywords that begin the lines: what does not change when every text stays in its place. */
  private static String shape(String rendered) {
    return rendered
        .lines()
        .map(line -> line.strip().split(" ", 2)[0])
        .collect(Collectors.joining("\n"));
  }

  private String text() {
    if (random.nextInt(4) == 0) {
      return TRAPS.get(random.nextInt(TRAPS.size()));
    }
    return IntStream.range(0, 1 + random.nextInt(12))
        .mapToObj(i -> String.valueOf(PIECES.charAt(random.nextInt(PIECES.length()))))
        .collect(Collectors.joining());
  }

  private static String escaped(String text) {
    return text.chars()
        .mapToObj("\\u%04x"::formatted)
        .collect(Collectors.joining("", text + " = ", ""));
  }
}
