package io.albspec.proxy.api;

import static io.albspec.proxy.api.Account.fixed;
import static io.albspec.proxy.api.Account.path;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Listener;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.QueryStringKeyValuePair;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Rule;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.RuleCondition;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RuleConditionTest {

  private final Account account = new Account();
  private final Listener listener = account.listener(account.balancer("web"), 80, fixed("404"));
  private int priority;

  @AfterAll
  void close() {
    account.close();
  }

  static Stream<RuleCondition> conditionsThatCanBe() {
    return Stream.of(
        path("/img/*"),
        path("*.php", "/a/~u/$b+c:d@e'f\"g&h", "/x?"),
        host("*.example.com"),
        host("a-1.EXAMPLE.com", "?.example.org"),
        header("User-Agent", "*Chrome*", "*Safari*"),
        header("X-Custom_1.~", "a b; (c)"),
        method("GET", "CUSTOM-METHOD", "M_1".replace("1", "X")),
        query(pair("version", "v1"), pair(null, "*example*")),
        query(pair("q", "a b&c=d")),
        source("192.0.2.0/24", "198.51.100.10/32"),
        source("2001:db8::/32", "::1/128", "0.0.0.0/0"));
  }

  @ParameterizedTest
  @MethodSource
  void conditionsThatCanBe(RuleCondition condition) {
    Rule rule = create(condition);

    RuleCondition shown = rule.conditions().get(0);
    boolean plain = List.of("path-pattern", "host-header").contains(condition.field());
    RuleCondition expected = plain ? condition.copy(c -> c.values(valuesOf(condition))) : condition;
    assertThat(shown).isEqualTo(expected);
  }

  static Stream<Arguments> conditionsThatCannotBe() {
    return Stream.of(
        refused("path-pattern' value '/a b' is invalid", path("/a b")),
        refused("'path-pattern' value '/a%20b' is invalid", path("/a%20b")),
        refused(
            "'path-pattern' value is too long; the limit is '128'", path("/" + "x".repeat(128))),
        refused("A condition value must be specified", path()),
        refused("A condition value must be specified", path("")),
        refused(
            "A 'path-pattern' condition can only have '3' condition values",
            path("/1", "/2", "/3", "/4")),
        refused("with at least one '.'", host("localhost")),
        refused("only letters after the last", host("example.c0m")),
        refused("only letters after the last", host("example.com:8080")),
        refused("is invalid", host("exa+mple.com")),
        refused("'host-header' value is too long", host("x".repeat(125) + ".com")),
        refused("A 'HttpHeaderConfig' must be specified with 'http-header'", field("http-header")),
        refused("A 'HttpHeaderName' must be specified", header(null, "x")),
        refused(
            "'HttpHeaderName' value is too long; the limit is '40'", header("x".repeat(41), "x")),
        refused("'HttpHeaderName' value 'a b' is invalid", header("a b", "x")),
        refused("cannot be 'Host'", header("host", "x")),
        refused("only visible ASCII characters", header("X", "é")),
        refused("'http-header' value is too long", header("X", "x".repeat(129))),
        refused("A 'HttpRequestMethodConfig' must be specified", field("http-request-method")),
        refused("the allowed characters are A-Z, hyphen and underscore", method("Get")),
        refused("the allowed characters are A-Z", method("*")),
        refused("the limit is '40'", method("X".repeat(41))),
        refused("A 'QueryStringConfig' must be specified", field("query-string")),
        refused("A 'Value' must be specified in 'QueryStringKeyValuePair'", query(pair("k", null))),
        refused("The 'Key' value is too long", query(pair("k".repeat(129), "v"))),
        refused("The 'Value' value is too long", query(pair("k", "v".repeat(129)))),
        refused("A 'SourceIpConfig' must be specified", field("source-ip")),
        refused("A 'source-ip' value must be specified", source()),
        refused("it must be in CIDR format", source("192.0.2.1")),
        refused("it must be in CIDR format", source("192.0.2.0/33")),
        refused("it must be in CIDR format", source("192.0.2.256/24")),
        refused("it must be in CIDR format", source("2001:db8::/129")),
        refused("it must be in CIDR format", source("1:2:3:4:5:6:7:8:9/64")),
        refused("255.255.255.255/32 cannot be used", source("255.255.255.255/32")),
        refused(
            "Condition field 'cookie' must be one of '[path-pattern,host-header,", field("cookie")),
        refused("A condition field must be specified", path("/").copy(c -> c.field(null))),
        refused(
            "The 'HostHeaderConfig' field is not compatible with 'path-pattern'",
            path("/").copy(c -> c.hostHeaderConfig(h -> h.values("a.com")))),
        refused(
            "The 'Values' field is not compatible with 'source-ip'",
            source("192.0.2.0/24").copy(c -> c.values("x"))),
        refused(
            "You cannot provide both Values and 'PathPatternConfig'",
            path("/a").copy(c -> c.values("/b"))),
        refused(
            "The 'path-pattern' field contains too many values; the limit is '1'",
            field("path-pattern").copy(c -> c.values("/a", "/b"))),
        refused("at 'conditions.1.member.regexValues'", path("/").copy(c -> c.regexValues("x"))));
  }

  @ParameterizedTest
  @MethodSource
  void conditionsThatCannotBe(String message, RuleCondition condition) {
    Refused.validation(message, () -> create(condition));
  }

  @Test
  void conditionsOfOneRuleMustFitTogether() {
    Refused.validation(
        "A rule can only have one 'path-pattern' condition", () -> create(path("/a"), path("/b")));
    Refused.validation(
        "A rule can only have '5' condition values",
        () -> create(path("/1", "/2", "/3"), host("a.com", "b.com", "c.com")));
    Refused.validation(
        "A rule can only have '5' wildcards", () -> create(path("/*/*/*"), host("???.com")));
    create(header("A", "1"), header("A", "2"), query(pair("k", "v")), query(pair("l", "w")));
    create(method("GET"), path("/*/*/*"), host("*.??.com".replace("??", "?x")));
  }

  @Test
  void aPlainValueIsShownInTheMemberOfItsKindToo() {
    Rule rule = create(field("host-header").copy(c -> c.values("www.example.com")));

    assertThat(rule.conditions().get(0).hostHeaderConfig().values())
        .containsExactly("www.example.com");
  }

  private Rule create(RuleCondition... conditions) {
    priority++;
    Rule rule =
        account
            .client()
            .createRule(
                r ->
                    r.listenerArn(listener.listenerArn())
                        .priority(priority)
                        .conditions(conditions)
                        .actions(fixed("200")))
            .rules()
            .get(0);
    account.client().deleteRule(d -> d.ruleArn(rule.ruleArn()));
    return rule;
  }

  private static List<String> valuesOf(RuleCondition condition) {
    return condition.pathPatternConfig() == null
        ? condition.hostHeaderConfig().values()
        : condition.pathPatternConfig().values();
  }

  private static Arguments refused(String message, RuleCondition condition) {
    return Arguments.of(message, condition);
  }

  private static RuleCondition field(String name) {
    return RuleCondition.builder().field(name).build();
  }

  private static RuleCondition host(String... names) {
    return field("host-header").copy(c -> c.hostHeaderConfig(h -> h.values(names)));
  }

  private static RuleCondition header(String name, String... values) {
    return field("http-header")
        .copy(c -> c.httpHeaderConfig(h -> h.httpHeaderName(name).values(values)));
  }

  private static RuleCondition method(String... names) {
    return field("http-request-method").copy(c -> c.httpRequestMethodConfig(m -> m.values(names)));
  }

  private static RuleCondition query(QueryStringKeyValuePair... pairs) {
    return field("query-string").copy(c -> c.queryStringConfig(q -> q.values(pairs)));
  }

  private static QueryStringKeyValuePair pair(String key, String value) {
    return QueryStringKeyValuePair.builder().key(key).value(value).build();
  }

  private static RuleCondition source(String... blocks) {
    return field("source-ip").copy(c -> c.sourceIpConfig(s -> s.values(blocks)));
  }
}
