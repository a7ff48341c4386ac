package io.albspec.steps.driver.haproxy;

import static io.albspec.steps.driver.haproxy.Groups.group;
import static io.albspec.steps.driver.haproxy.Groups.target;
import static io.albspec.steps.driver.haproxy.Groups.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.albspec.proxy.control.ApiException;
import io.albspec.proxy.control.BalancerConfig;
import io.albspec.proxy.control.TargetGroupConfig;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Action;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ActionTypeEnum;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ProtocolEnum;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetTypeEnum;

/** What is refused, and in which words. */
class RefusalTest {

  private static final TargetGroupConfig BLUE = group("blue", target(9001));

  @ParameterizedTest
  @CsvSource({
    "access_logs.s3.enabled, true",
    "connection_logs.s3.enabled, true",
    "client_keep_alive.seconds, 60",
    "routing.http.desync_mitigation_mode, strictest",
    "waf.fail_open.enabled, true"
  })
  void anAttributeThatCannotBeHonouredIsRefused(String key, String value) {
    BalancerConfig balancer = new Snapshot().attribute(key, value).balancer();

    ApiException refusal =
        Assertions.catchThrowableOfType(ApiException.class, () -> BalancerSupport.check(balancer));

    assertThat(refusal.code()).isEqualTo("OperationNotPermitted");
    assertThat(refusal).hasMessageStartingWith("not supported by haproxy: " + key + "=" + value);
  }

  @ParameterizedTest
  @CsvSource({
    "access_logs.s3.enabled, false",
    "client_keep_alive.seconds, 3600",
    "routing.http.desync_mitigation_mode, defensive",
    "routing.http2.enabled, false",
    "idle_timeout.timeout_seconds, 4000",
    "deletion_protection.enabled, true"
  })
  void aDefaultOrAnAttributeThatCanBeHonouredIsTaken(String key, String value) {
    BalancerConfig balancer = new Snapshot().attribute(key, value).balancer();

    assertThatCode(() -> BalancerSupport.check(balancer)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @MethodSource("balancers")
  void aBalancerThatHaproxyCannotBeIsRefused(String feature, Snapshot snapshot) {
    BalancerConfig balancer = snapshot.balancer();

    ApiException refusal =
        Assertions.catchThrowableOfType(ApiException.class, () -> BalancerSupport.check(balancer));

    assertThat(refusal).hasMessageStartingWith("not supported by haproxy: " + feature + ", ");
  }

  @ParameterizedTest
  @MethodSource("groups")
  void aTargetGroupThatHaproxyCannotServeIsRefused(String feature, TargetGroupConfig group) {
    ApiException refusal =
        Assertions.catchThrowableOfType(ApiException.class, () -> GroupSupport.check(group));

    assertThat(refusal).hasMessageStartingWith("not supported by haproxy: " + feature + ", ");
  }

  static Stream<Arguments> balancers() {
    Action oidc = Action.builder().type(ActionTypeEnum.AUTHENTICATE_OIDC).build();
    Action sticky =
        Action.builder()
            .type(ActionTypeEnum.FORWARD)
            .forwardConfig(
                config ->
                    config
                        .targetGroups(Actions.share(BLUE, 1))
                        .targetGroupStickinessConfig(it -> it.enabled(true).durationSeconds(60)))
            .build();
    return Stream.of(
        Arguments.of("TCP listeners", new Snapshot().protocol(ProtocolEnum.TCP)),
        Arguments.of("authenticate-oidc actions", new Snapshot().otherwise(oidc)),
        Arguments.of(
            "path-pattern conditions with regular expressions",
            new Snapshot()
                .rule(
                    1,
                    Actions.fixed("200", null, null),
                    ConditionSamples.path("/a").toBuilder().regexValues("^/a$").build())),
        Arguments.of("target group stickiness", new Snapshot().otherwise(sticky)),
        Arguments.of(
            "a message body with NUL",
            new Snapshot().otherwise(Actions.fixed("200", "text/plain", "a\0b"))),
        Arguments.of(
            "a redirect query with control characters",
            new Snapshot().otherwise(Actions.redirect(to -> to.query("a\r\nSet-Cookie: b")))),
        Arguments.of(
            "a path-pattern condition with control characters",
            new Snapshot()
                .rule(1, Actions.fixed("200", null, null), ConditionSamples.path("/a\nb"))));
  }

  static Stream<Arguments> groups() {
    return Stream.of(
        Arguments.of("target type lambda", with(BLUE, g -> g.targetType(TargetTypeEnum.LAMBDA))),
        Arguments.of("protocol version GRPC", with(BLUE, g -> g.protocolVersion("GRPC"))),
        Arguments.of(
            "a health check path with spaces or control characters",
            with(BLUE, g -> g.healthCheckPath("/a b"))),
        Arguments.of(
            "stickiness of type app_cookie",
            with(with(BLUE, "stickiness.enabled", "true"), "stickiness.type", "app_cookie")),
        Arguments.of(
            "slow_start.duration_seconds=30", with(BLUE, "slow_start.duration_seconds", "30")),
        Arguments.of(
            "load_balancing.cross_zone.enabled=false",
            with(BLUE, "load_balancing.cross_zone.enabled", "false")));
  }
}
