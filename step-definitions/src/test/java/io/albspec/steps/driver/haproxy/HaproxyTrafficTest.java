package io.albspec.steps.driver.haproxy;

import static io.albspec.steps.driver.haproxy.ConditionSamples.header;
import static io.albspec.steps.driver.haproxy.ConditionSamples.host;
import static io.albspec.steps.driver.haproxy.ConditionSamples.method;
import static io.albspec.steps.driver.haproxy.ConditionSamples.path;
import static io.albspec.steps.driver.haproxy.ConditionSamples.query;
import static io.albspec.steps.driver.haproxy.ConditionSamples.source;
import static io.albspec.steps.driver.haproxy.Groups.group;
import static org.assertj.core.api.Assertions.assertThat;

import io.albspec.proxy.control.ApiException;
import io.albspec.proxy.control.TargetGroupConfig;
import java.io.IOException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.RuleCondition;

/** What the real HAProxy does with requests. */
class HaproxyTrafficTest {

  private LocalListener listener;
  private HaproxyDataPlane haproxy;
  private EchoTarget blue;
  private EchoTarget green;

  @BeforeEach
  void start() throws IOException {
    haproxy = HaproxyDataPlane.start(InstalledHaproxy.orSkip(), arn -> Optional.empty());
    listener = LocalListener.free();
    blue = new EchoTarget("blue");
    green = new EchoTarget("green");
  }

  @AfterEach
  void close() {
    if (haproxy != null) {
      haproxy.close();
      blue.close();
      green.close();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "/img/a,    rule 10",
    "/img/b,    rule 20",
    "/css/a,    blue",
    "/IMG/a,    404 Not Found",
    "/img,      404 Not Found",
    "/img/a?b,  rule 10",
    "/z?p=/img, 404 Not Found"
  })
  void rulesOfEveryKindAreEvaluatedInTheirOrder(String target, String expected)
      throws ApiException, IOException {
    TargetGroupConfig group = group("blue", blue.target());
    haproxy.apply(
        listener
            .snapshot()
            .group(group)
            .rule(10, Actions.fixed("200", "text/plain", "rule 10"), path("/img/a"))
            .rule(15, Actions.forward(group), path("/css/*"))
            .rule(20, Actions.fixed("200", "text/plain", "rule 20"), path("/img/*", "/css/*"))
            .config());

    String response = get(target);

    assertThat(response).contains(expected);
  }

  @Test
  void aForwardingRuleComesBeforeAnAnsweringRuleOfLowerPriority() throws Exception {
    TargetGroupConfig group = group("blue", blue.target());
    haproxy.apply(
        listener
            .snapshot()
            .group(group)
            .rule(1, Actions.forward(group), path("/a*"))
            .rule(2, Actions.fixed("410", null, null), path("/a/b"))
            .config());

    assertThat(get("/a/b")).contains("200 OK").contains("blue");
  }

  @Test
  void conditionsOfEveryFieldAreCompared() throws Exception {
    assertMet(host("*.example.org"), "/", "Host: A.EXAMPLE.org:8080");
    assertNotMet(host("*.example.org"), "/", "Host: example.org");
    assertMet(header("X-Kind", "a*c"), "/", "x-kind: ABBC");
    assertMet(header("X-Kind", "one, two"), "/", "X-Kind: one, two");
    assertNotMet(header("X-Kind", "one"), "/", "X-Kind: one, two");
    assertMet(query("version", "v1"), "/?a=b&VERSION=V1");
    assertNotMet(query("version", "v1"), "/?aversion=v1&version=v12");
    assertMet(query(null, "*ex?mple*"), "/?any=my-example");
    assertNotMet(query(null, "*ex?mple*"), "/?example");
    assertMet(query("flag", "*"), "/?a=b&flag");
    assertNotMet(query("flag", "?*"), "/?a=b&flag=");
    assertMet(query("a", "\\*"), "/?a=*");
    assertNotMet(query("a", "\\*"), "/?a=b");
    assertMet(source("127.0.0.0/8"), "/");
    assertNotMet(source("10.0.0.0/8"), "/");
    assertMet(method("GET"), "/");
    assertNotMet(method("get"), "/");
    assertMet(path("/Az09_-.$~'@:+&/x"), "/Az09_-.$~'@:+&/x");
    assertMet(path("/a\"b/*"), "/a\"b/c");
  }

  @Test
  void aGroupWithoutTargetsAnswers503() throws Exception {
    TargetGroupConfig draining = group("blue", Groups.target(blue.port(), true));
    haproxy.apply(
        listener.snapshot().group(draining).otherwise(Actions.forward(draining)).config());

    assertThat(get("/")).startsWith("HTTP/1.1 503");
  }

  @Test
  void forwardedHeadersAreSetAndTheHostGetsThePort() throws Exception {
    forwardTo(group("blue", blue.target()));

    String plain = get("/");
    String proxied = get("/", "Host: example.com:1", "X-Forwarded-For: 127.0.0.4, 127.0.0.8");

    assertThat(plain)
        .contains("X-forwarded-for: 127.0.0.1\n")
        .contains("X-forwarded-proto: http\n")
        .contains("X-forwarded-port: " + listener.port() + "\n")
        .contains("Host: example.com:" + listener.port() + "\n")
        .containsPattern("X-amzn-trace-id: Root=1-[0-9a-f]{8}-[0-9a-f]{24}\n");
    assertThat(proxied)
        .contains("X-forwarded-for: 127.0.0.4, 127.0.0.8, 127.0.0.1\n")
        .contains("Host: example.com:1\n");
  }

  @Test
  void aTraceIdThatIsThereGetsASelfField() throws Exception {
    forwardTo(group("blue", blue.target()));

    String response = get("/", "X-Amzn-Trace-Id: Self=1-old;Root=1-67891233-abc;CalledFrom=app");

    assertThat(response)
        .containsPattern(
            "X-amzn-trace-id: Self=1-[0-9a-f]{8}-[0-9a-f]{24};Root=1-67891233-abc;CalledFrom=app\n");
  }

  @ParameterizedTest
  @CsvSource({
    "/a/b?c=d&e=%20f, http://example.com:%d/new/a/b?c=d&e=%%20f",
    "/,               http://example.com:%d/new/"
  })
  void aRedirectKeepsWhatItDoesNotChange(String target, String location)
      throws ApiException, IOException {
    haproxy.apply(
        listener
            .snapshot()
            .otherwise(Actions.redirect(to -> to.path("/new/#{path}").statusCode("HTTP_301")))
            .config());

    String response = get(target);

    assertThat(response)
        .startsWith("HTTP/1.1 301")
        .contains("location: " + location.formatted(listener.port()) + "\r\n");
  }

  @Test
  void aHeaderOf64KilobytesReachesTheTarget() throws Exception {
    forwardTo(group("blue", blue.target()));
    String filler = "a".repeat(16_000);

    String response =
        get("/", "X-1: " + filler, "X-2: " + filler, "X-3: " + filler, "X-4: " + filler);

    assertThat(response).startsWith("HTTP/1.1 200").contains("X-4: " + filler + "\n");
  }

  @Test
  void weightsShareTheRequests() throws Exception {
    TargetGroupConfig first = group("blue", blue.target());
    TargetGroupConfig second = group("green", green.target());
    haproxy.apply(
        listener
            .snapshot()
            .group(first)
            .group(second)
            .otherwise(Actions.forward(Actions.share(first, 1), Actions.share(second, 1)))
            .config());

    Set<String> names = new HashSet<>();
    for (int i = 0; i < 40; i++) {
      names.add(get("/").contains("\r\n\r\nblue\n") ? "blue" : "green");
    }

    assertThat(names).containsExactlyInAnyOrder("blue", "green");
  }

  @Test
  void aCookieBindsAClientToItsTarget() throws Exception {
    forwardTo(
        Groups.with(group("both", blue.target(), green.target()), "stickiness.enabled", "true"));
    String first = get("/");
    String cookie = first.replaceAll("(?s).*set-cookie: ([^;]*);.*", "$1");
    String name = first.substring(first.indexOf("\r\n\r\n"), first.indexOf("\r\n\r\n") + 8);

    for (int i = 0; i < 6; i++) {
      assertThat(get("/", "Cookie: " + cookie)).contains(name);
    }
  }

  private void assertMet(RuleCondition condition, String target, String... headers)
      throws ApiException, IOException {
    assertThat(answer(condition, target, headers)).as("%s", condition).contains("it is met");
  }

  private void assertNotMet(RuleCondition condition, String target, String... headers)
      throws ApiException, IOException {
    assertThat(answer(condition, target, headers)).as("%s", condition).startsWith("HTTP/1.1 404");
  }

  private String answer(RuleCondition condition, String target, String... headers)
      throws ApiException, IOException {
    haproxy.apply(
        listener
            .snapshot()
            .rule(1, Actions.fixed("200", "text/plain", "it is met"), condition)
            .config());
    return get(target, headers);
  }

  private void forwardTo(TargetGroupConfig group) throws ApiException {
    haproxy.apply(listener.snapshot().group(group).otherwise(Actions.forward(group)).config());
  }

  private String get(String target, String... headers) throws IOException {
    return RawClient.get(listener.socket(), target, headers);
  }
}
