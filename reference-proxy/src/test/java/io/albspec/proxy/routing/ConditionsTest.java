package io.albspec.proxy.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.albspec.proxy.control.ApiException;
import io.albspec.proxy.exchange.Exchange;
import io.albspec.proxy.exchange.ReceivedRequest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.QueryStringKeyValuePair;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.RuleCondition;

class ConditionsTest {

  @ParameterizedTest
  @CsvSource({
    "*.example.com, test.example.com,      true",
    "*.example.com, TEST.Example.COM:8080, true",
    "*.example.com, example.com,           false",
    "example.com,   example.com:80,        true",
    "example.com,   example.community,     false"
  })
  void hostsAreComparedWithoutCaseAndPort(String value, String host, boolean met) throws Exception {
    Condition condition = old("host-header", value);

    assertThat(condition.matches(request("GET / HTTP/1.1\r\nHost: " + host))).isEqualTo(met);
  }

  @Test
  void theHostOfAnAbsoluteTargetCounts() throws Exception {
    Condition condition =
        compile(c -> c.field("host-header").hostHeaderConfig(h -> h.values("a.com", "b.com")));

    assertThat(condition.matches(request("GET http://b.com:81/ HTTP/1.1\r\nHost: c.com"))).isTrue();
    assertThat(condition.matches(request("GET http://c.com/ HTTP/1.1\r\nHost: b.com"))).isFalse();
    assertThat(condition.matches(request("GET / HTTP/1.0\r\nX: y"))).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "/img/*,      /img/picture.jpg,      true",
    "/img/*,      /IMG/picture.jpg,      false",
    "/img/*,      /css/../img/x,         true",
    "/img/*,      /find?next=/img/abc,   false",
    "*large*,     /find?size=large,      false",
    "/find,       /find?,                true",
    "/a&amp;b,    /a&b,                  true",
    "/a&b,        /a&b,                  true",
    "/,           http://h,              true",
    "/*,          '/a\t',                false"
  })
  void pathsAreComparedNormalisedAndWithoutTheQuery(String value, String target, boolean met)
      throws Exception {
    Condition condition = old("path-pattern", value);
    Condition sameByItsOwnMember =
        compile(c -> c.field("path-pattern").pathPatternConfig(p -> p.values(value)));

    assertThat(condition.matches(ReceivedRequest.get(target))).isEqualTo(met);
    assertThat(sameByItsOwnMember.matches(ReceivedRequest.get(target))).isEqualTo(met);
  }

  @ParameterizedTest
  @CsvSource({
    "'User-Agent: x Chrome/1',                 true",
    "'USER-AGENT: y sAFARi',                   true",
    "'User-Agent: curl',                       false",
    "'User-Agent: curl\r\nuser-agent: Safari', true",
    "'X-User-Agent: Chrome',                   false"
  })
  void anyFieldOfTheNameMeetsAHeaderCondition(String fields, boolean met) throws Exception {
    Condition condition =
        compile(
            c ->
                c.field("http-header")
                    .httpHeaderConfig(
                        h -> h.httpHeaderName("User-Agent").values("*Chrome*", "*Safari*")));

    assertThat(condition.matches(request("GET / HTTP/1.1\r\n" + fields))).isEqualTo(met);
  }

  @ParameterizedTest
  @CsvSource({"CUSTOM-METHOD,true", "custom-method,false", "CUSTOM,false", "GET,true"})
  void methodsAreComparedExactly(String method, boolean met) throws Exception {
    Condition condition =
        compile(
            c ->
                c.field("http-request-method")
                    .httpRequestMethodConfig(m -> m.values("CUSTOM-METHOD", "GET")));

    assertThat(condition.matches(request(method + " / HTTP/1.1"))).isEqualTo(met);
  }

  @ParameterizedTest
  @CsvSource({
    "/?version=v1,           true",
    "/?VERSION=V1,           true",
    "/?a=b&version=v1&c,     true",
    "/?version=v12,          false",
    "/?version=v1x&x=y,      false",
    "/?any=an-Example-value, true",
    "/?any=ex%61mple,        true",
    "/?example,              false",
    "/?version,              false",
    "/version=v1,            false",
    "/?&&,                   false"
  })
  void pairsOfTheQueryAreCompared(String target, boolean met) throws Exception {
    QueryStringKeyValuePair version =
        QueryStringKeyValuePair.builder().key("version").value("v1").build();
    QueryStringKeyValuePair example = QueryStringKeyValuePair.builder().value("*example*").build();
    Condition condition =
        compile(c -> c.field("query-string").queryStringConfig(q -> q.values(version, example)));

    assertThat(condition.matches(ReceivedRequest.get(target))).isEqualTo(met);
  }

  @ParameterizedTest
  @CsvSource({
    "192.0.2.0,     true",
    "192.0.2.255,   true",
    "192.0.3.0,     false",
    "198.51.100.10, true",
    "198.51.100.11, false",
    "2001:db8::1,   true",
    "2001:db9::1,   false"
  })
  void theSourceAddressIsThatOfTheConnection(String client, boolean met) throws Exception {
    Condition condition =
        compile(
            c ->
                c.field("source-ip")
                    .sourceIpConfig(
                        s -> s.values("192.0.2.0/24", "198.51.100.10/32", "2001:db8::/32")));
    String request = "GET / HTTP/1.1\r\nX-Forwarded-For: 192.0.2.1\r\n\r\n";

    assertThat(condition.matches(ReceivedRequest.from(client, request))).isEqualTo(met);
  }

  @ParameterizedTest
  @CsvSource({"localhost/8", "1.2.3.4", "1.2.3.4/33", "1.2.3.4/x", "/8", "::/129"})
  void whatIsNoBlockIsRefused(String block) {
    assertThatThrownBy(
            () -> compile(c -> c.field("source-ip").sourceIpConfig(s -> s.values(block))))
        .isInstanceOf(ApiException.class)
        .hasMessageContaining("source-ip");
  }

  @Test
  void regularExpressionsAreRefused() {
    assertThatThrownBy(() -> compile(c -> c.field("path-pattern").regexValues("^/a")))
        .isInstanceOf(ApiException.class)
        .hasMessageContaining("path-pattern");
  }

  private static Condition old(String field, String value) throws ApiException {
    return compile(c -> c.field(field).values(List.of(value)));
  }

  private static Condition compile(java.util.function.Consumer<RuleCondition.Builder> condition)
      throws ApiException {
    return ConditionCompiler.compile(RuleCondition.builder().applyMutation(condition).build());
  }

  private static Exchange request(String head) {
    return ReceivedRequest.of(head + "\r\n\r\n");
  }
}
