package io.albspec.proxy.api;

import static io.albspec.proxy.api.Account.fixed;
import static io.albspec.proxy.api.Account.forward;
import static io.albspec.proxy.api.Account.path;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Action;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ActionTypeEnum;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Listener;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.RedirectActionConfig;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroup;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroupTuple;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RuleActionTest {

  private static final String INVALID = "InvalidLoadBalancerAction";

  private final Account account = new Account();
  private final Listener listener = account.listener(account.balancer("web"), 8080, fixed("404"));
  private final List<TargetGroup> groups =
      IntStream.range(0, 6).mapToObj(i -> account.group("group-" + i)).toList();

  @AfterAll
  void close() {
    account.close();
  }

  @Test
  void aRedirectRetainsWhatIsNotGiven() {
    Action action = create(redirect(r -> r.protocol("HTTPS").port("443")));

    assertThat(action.redirectConfig())
        .isEqualTo(
            RedirectActionConfig.builder()
                .protocol("HTTPS")
                .port("443")
                .host("#{host}")
                .path("/#{path}")
                .query("#{query}")
                .statusCode("HTTP_301")
                .build());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "HTTPS|#{port}|#{host}|/#{path}|#{query}",
        "#{protocol}|40443|#{host}|/#{path}|#{query}",
        "#{protocol}|#{port}|www.#{host}|/#{path}|#{query}",
        "#{protocol}|#{port}|example.com|/#{path}|#{query}",
        "#{protocol}|#{port}|#{host}|/new/#{path}|#{query}",
        "HTTP|80|#{host}|/#{host}/#{port}/#{path}|#{protocol}=#{host}&p=#{port}&q=#{path}&#{query}"
      })
  void redirectsThatCanBe(String protocol, String port, String host, String path, String query) {
    Action action =
        create(redirect(r -> r.protocol(protocol).port(port).host(host).path(path).query(query)));

    assertThat(action.redirectConfig().query()).isEqualTo(query);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "#{protocol}|#{port}|#{host}|/#{path}|#{query}|InvalidLoadBalancerAction|redirect loop",
        "HTTP|8080|#{host}|/#{path}|x=y|InvalidLoadBalancerAction|redirect loop",
        "FTP|1|#{host}|/#{path}|#{query}|ValidationError|redirectConfig.protocol",
        "HTTPS|0|#{host}|/#{path}|#{query}|InvalidLoadBalancerAction|The Port parameter",
        "HTTPS|65536|#{host}|/#{path}|#{query}|InvalidLoadBalancerAction|The Port parameter",
        "HTTPS|#{host}|#{host}|/#{path}|#{query}|InvalidLoadBalancerAction|The Port parameter",
        "HTTPS|443|#{path}|/#{path}|#{query}|InvalidLoadBalancerAction|The Host parameter",
        "HTTPS|443|#{host}#{host}|/#{path}|#{query}|InvalidLoadBalancerAction|The Host parameter",
        "HTTPS|443|a_b|/#{path}|#{query}|InvalidLoadBalancerAction|The Host parameter",
        "HTTPS|443|#{host}|path|#{query}|InvalidLoadBalancerAction|The Path parameter must be a valid path, should start with a '/'",
        "HTTPS|443|#{host}|/#{path}/#{path}|#{query}|InvalidLoadBalancerAction|The Path parameter",
        "HTTPS|443|#{host}|/#{query}|#{query}|InvalidLoadBalancerAction|The Path parameter",
        "HTTPS|443|#{host}|/a b|#{query}|InvalidLoadBalancerAction|The Path parameter",
        "HTTPS|443|#{host}|/#{path}|?a=b|InvalidLoadBalancerAction|The Query parameter",
        "HTTPS|443|#{host}|/#{path}|#{nothing}|InvalidLoadBalancerAction|The Query parameter"
      })
  void redirectsThatCannotBe(
      String protocol,
      String port,
      String host,
      String path,
      String query,
      String code,
      String message) {
    Refused.with(
        code,
        message,
        () ->
            create(
                redirect(r -> r.protocol(protocol).port(port).host(host).path(path).query(query))));
  }

  @Test
  void aRedirectNeedsItsConfigAndAStatus() {
    Refused.with(
        INVALID,
        "For actions of type 'redirect', you must specify the following fields: 'RedirectConfig'",
        () -> create(Action.builder().type(ActionTypeEnum.REDIRECT).build()));
    Refused.validation(
        "Value null at 'actions.1.member.redirectConfig.statusCode'",
        () -> create(redirect(r -> r.port("1").statusCode((String) null))));
    Refused.validation(
        "enum value set: [HTTP_301, HTTP_302]",
        () -> create(redirect(r -> r.port("1").statusCode("HTTP_307"))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"200", "299", "404", "503"})
  void aFixedResponseHasAStatusOfItsOwn(String status) {
    assertThat(create(fixed(status)).fixedResponseConfig().statusCode()).isEqualTo(status);
  }

  @Test
  void fixedResponsesThatCannotBe() {
    Refused.validation(
        "Value '302' at 'actions.1.member.fixedResponseConfig.statusCode' failed to satisfy constraint: Member must satisfy regular expression pattern: ^(2|4|5)\\d\\d$",
        () -> create(fixed("302")));
    Refused.with(
        INVALID,
        "The ContentType must be one of:'text/html', 'application/json', 'application/javascript', 'text/css', 'text/plain'",
        () ->
            create(
                fixed("200")
                    .copy(
                        a ->
                            a.fixedResponseConfig(
                                f -> f.statusCode("200").contentType("image/png")))));
    Refused.validation(
        "length less than or equal to 1024",
        () ->
            create(
                fixed("200")
                    .copy(
                        a ->
                            a.fixedResponseConfig(
                                f -> f.statusCode("200").messageBody("x".repeat(1025))))));
    Refused.with(
        INVALID,
        "'TargetGroupArn' is not compatible with actions of type 'fixed-response'",
        () -> create(fixed("200").copy(a -> a.targetGroupArn("x"))));
    Refused.with(
        INVALID,
        "'RedirectConfig' is not compatible",
        () -> create(fixed("200").copy(a -> a.redirectConfig(r -> r.statusCode("HTTP_301")))));
  }

  @Test
  void aForwardActionMayWeighUpToFiveGroups() {
    Action action = create(weighted(0, 1, 500, 998, 999));

    assertThat(action.targetGroupArn()).isNull();
    assertThat(action.forwardConfig().targetGroups())
        .extracting(TargetGroupTuple::weight)
        .containsExactly(0, 1, 500, 998, 999);
    Refused.with(
        "TooManyTargetGroups",
        "A forward action can only have '5' target groups",
        () -> create(weighted(1, 1, 1, 1, 1, 1)));
  }

  @Test
  void forwardActionsThatCannotBe() {
    Refused.validation("must be between '0-999' inclusive", () -> create(weighted(1, 1000)));
    Refused.validation("must be between '0-999' inclusive", () -> create(weighted(1, -1)));
    Refused.validation("A weight must be specified", () -> create(weighted(1, null)));
    Refused.validation("A target group must be specified", () -> create(weighted()));
    Refused.with(
        INVALID,
        "you must specify the following fields: 'ForwardConfig'",
        () -> create(Action.builder().type(ActionTypeEnum.FORWARD).build()));
    Refused.with(
        "TargetGroupNotFound",
        "Target group 'arn:nope' not found",
        () -> create(forward(groups.get(0)).copy(a -> a.targetGroupArn("arn:nope"))));
    Refused.validation(
        "must name the same target group",
        () -> create(weighted(1, 2).copy(a -> a.targetGroupArn(groups.get(0).targetGroupArn()))));
    Refused.validation(
        "is specified more than once",
        () ->
            create(
                weighted()
                    .copy(a -> a.forwardConfig(f -> f.targetGroups(tuple(0, 1), tuple(0, 2))))));
  }

  @ParameterizedTest
  @CsvSource({"true, 0", "true, 604801", "true,", "false, 0"})
  void aStickinessDurationThatCannotBeIsRefused(boolean enabled, Integer seconds) {
    Refused.validation(
        "Target group stickiness duration must be between 1 and 604800 seconds",
        () -> create(sticky(enabled, seconds)));
  }

  @Test
  void targetGroupStickinessIsKept() {
    Action action = create(sticky(true, 1000));

    assertThat(action.forwardConfig().targetGroupStickinessConfig().enabled()).isTrue();
    assertThat(action.forwardConfig().targetGroupStickinessConfig().durationSeconds())
        .isEqualTo(1000);
  }

  @Test
  void aRuleHasExactlyOneRoutingActionAndItIsTheLast() {
    Action login = login();

    Refused.with(INVALID, "and no other", () -> create(fixed("200"), fixed("404")));
    Refused.with(INVALID, "The last action", () -> create(fixed("200"), login));
    Refused.with(INVALID, "The last action", () -> create(login));
    Refused.with("OperationNotPermitted", "authenticate users", () -> create(login, fixed("200")));
    Refused.validation(
        "The order '1' is used by more than one action",
        () -> create(login.copy(a -> a.order(1)), fixed("200").copy(a -> a.order(1))));
    Refused.validation(
        "Value null at 'actions.1.member.authenticateOidcConfig.issuer'",
        () ->
            create(
                Action.builder()
                    .type(ActionTypeEnum.AUTHENTICATE_OIDC)
                    .authenticateOidcConfig(o -> o.clientId("c"))
                    .build()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"HTTP2", "GRPC"})
  void forwardIsTheOnlyActionForHttp2AndGrpc(String version) {
    TargetGroup group =
        account
            .client()
            .createTargetGroup(
                g ->
                    g.name("of-" + version)
                        .protocol("HTTP")
                        .protocolVersion(version)
                        .port(80)
                        .vpcId("vpc-default"))
            .targetGroups()
            .get(0);

    Refused.with(
        "InvalidConfigurationRequest",
        "protocol-version '" + version + "'",
        () -> create(login(), forward(group).copy(a -> a.order(2))));
    Refused.with(
        "OperationNotPermitted",
        "authenticate users",
        () -> create(login(), forward(groups.get(0)).copy(a -> a.order(2))));
  }

  private static Action login() {
    return Action.builder()
        .type(ActionTypeEnum.AUTHENTICATE_OIDC)
        .authenticateOidcConfig(
            o ->
                o.issuer("i")
                    .authorizationEndpoint("a")
                    .tokenEndpoint("t")
                    .userInfoEndpoint("u")
                    .clientId("c"))
        .build();
  }

  private Action create(Action... actions) {
    var rule =
        account
            .client()
            .createRule(
                r ->
                    r.listenerArn(listener.listenerArn())
                        .priority(1)
                        .conditions(path("/"))
                        .actions(actions))
            .rules()
            .get(0);
    account.client().deleteRule(d -> d.ruleArn(rule.ruleArn()));
    return rule.actions().get(0);
  }

  private static Action redirect(Consumer<RedirectActionConfig.Builder> config) {
    return Action.builder()
        .type(ActionTypeEnum.REDIRECT)
        .redirectConfig(
            r -> {
              r.statusCode("HTTP_301");
              config.accept(r);
            })
        .build();
  }

  private Action weighted(Integer... weights) {
    List<TargetGroupTuple> tuples =
        IntStream.range(0, weights.length).mapToObj(i -> tuple(i, weights[i])).toList();
    return Action.builder()
        .type(ActionTypeEnum.FORWARD)
        .forwardConfig(f -> f.targetGroups(tuples))
        .build();
  }

  private Action sticky(boolean enabled, Integer seconds) {
    return Action.builder()
        .type(ActionTypeEnum.FORWARD)
        .forwardConfig(
            f ->
                f.targetGroups(tuple(0, 1))
                    .targetGroupStickinessConfig(s -> s.enabled(enabled).durationSeconds(seconds)))
        .build();
  }

  private TargetGroupTuple tuple(int group, Integer weight) {
    return TargetGroupTuple.builder()
        .targetGroupArn(groups.get(group).targetGroupArn())
        .weight(weight)
        .build();
  }
}
