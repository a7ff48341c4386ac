package io.albspec.proxy.api;

import static io.albspec.proxy.api.Account.forward;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.CreateTargetGroupRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancer;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ProtocolEnum;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetDescription;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroup;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroupAttribute;

class TargetGroupTest {

  private final Account account = new Account();

  @AfterEach
  void close() {
    account.close();
  }

  @Test
  void aNewOneHasTheDefaultsOfTheGuide() {
    TargetGroup group = account.group("web");

    assertThat(group.targetGroupArn())
        .matches(
            "arn:aws:elasticloadbalancing:us-east-2:123456789012:targetgroup/web/[0-9a-f]{16}");
    assertThat(group.copy(g -> g.targetGroupArn(null)))
        .isEqualTo(
            TargetGroup.builder()
                .targetGroupName("web")
                .protocol(ProtocolEnum.HTTP)
                .protocolVersion("HTTP1")
                .port(80)
                .vpcId("vpc-default")
                .targetType("instance")
                .ipAddressType("ipv4")
                .loadBalancerArns()
                .healthCheckEnabled(true)
                .healthCheckProtocol(ProtocolEnum.HTTP)
                .healthCheckPort("traffic-port")
                .healthCheckPath("/")
                .healthCheckIntervalSeconds(30)
                .healthCheckTimeoutSeconds(5)
                .healthyThresholdCount(5)
                .unhealthyThresholdCount(2)
                .matcher(m -> m.httpCode("200"))
                .build());
  }

  @Test
  void creatingItAgainWithTheSameSettingsChangesNothing() {
    TargetGroup first = account.group("web");

    assertThat(account.group("web")).isEqualTo(first);
    Refused.with(
        "DuplicateTargetGroupName",
        "A target group with the same name 'web' exists, but with different settings",
        () -> create(g -> g.name("web").port(81)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a-name-that-is-longer-than-32-char|cannot be longer than '32' characters",
        "under_score|can only contain characters that are alphanumeric characters or hyphens(-)",
        "-begins|at 'targetGroup.targetGroupArn.targetGroupName'",
        "ends-|Member must satisfy regular expression pattern",
        "two--hyphens|Member must satisfy regular expression pattern"
      })
  void aNameThatCannotBeIsRefused(String name, String message) {
    Refused.validation(message, () -> create(g -> g.name(name)));
  }

  @Test
  void protocolPortAndVpcMustBeGiven() {
    Refused.validation(
        "A protocol must be specified", () -> create(g -> g.protocol((String) null)));
    Refused.validation("A port must be specified", () -> create(g -> g.port(null)));
    Refused.validation("A VPC ID must be specified", () -> create(g -> g.vpcId(null)));
    Refused.validation(
        "The VPC ID 'vpc-none' is not found", () -> create(g -> g.vpcId("vpc-none")));
    Refused.validation("protocol HTTP or HTTPS", () -> create(g -> g.protocol("TCP")));
    Refused.validation("Protocol version 'HTTP9'", () -> create(g -> g.protocolVersion("HTTP9")));
    Refused.validation(
        "Protocol cannot be specified for target groups with target type 'lambda'",
        () -> create(g -> g.targetType("lambda")));
    Refused.validation(
        "Protocol version cannot be specified for target groups with target type 'lambda'",
        () -> create(g -> g.protocol((String) null).targetType("lambda").protocolVersion("HTTP2")));
    Refused.validation(
        "target type instance, ip or lambda",
        () -> create(g -> g.targetType("alb").protocolVersion("GRPC")));
  }

  @Test
  void whatIsNotCarriedIsRefused() {
    String code = "OperationNotPermitted";
    Refused.with(
        code,
        "Lambda",
        () -> account.client().createTargetGroup(g -> g.name("f").targetType("lambda")));
  }

  @Test
  void grpcHasHealthChecksOfItsOwn() {
    TargetGroup group =
        account
            .client()
            .createTargetGroup(
                g ->
                    g.name("rpc")
                        .protocol("HTTP")
                        .protocolVersion("GRPC")
                        .port(80)
                        .vpcId("vpc-default"))
            .targetGroups()
            .get(0);

    assertThat(group.healthCheckPath()).isEqualTo("/AWS.ALB/healthcheck");
    assertThat(group.matcher().grpcCode()).isEqualTo("12");
    assertThat(group.matcher().httpCode()).isNull();
    Refused.validation(
        "'/package.service/method'",
        () -> create(g -> g.protocolVersion("GRPC").healthCheckPath("/health")));
    Refused.validation(
        "must be codes from 0 to 99",
        () -> create(g -> g.protocolVersion("GRPC").matcher(m -> m.grpcCode("100"))));
    Refused.with(
        "InvalidConfigurationRequest",
        "An 'HttpCode' cannot be specified",
        () -> create(g -> g.protocolVersion("GRPC").matcher(m -> m.httpCode("200"))));
    create(
        g ->
            g.protocolVersion("GRPC")
                .healthCheckPath("/a.b.Health/Check")
                .matcher(m -> m.grpcCode("0-99")));
  }

  @Test
  void healthChecksThatCannotBeAreRefused() {
    Refused.validation(
        "greater than or equal to 5", () -> create(g -> g.healthCheckIntervalSeconds(4)));
    Refused.validation(
        "less than or equal to 300", () -> create(g -> g.healthCheckIntervalSeconds(301)));
    Refused.validation(
        "greater than or equal to 2", () -> create(g -> g.healthCheckTimeoutSeconds(1)));
    Refused.validation(
        "Health check interval must be greater than the timeout",
        () -> create(g -> g.healthCheckIntervalSeconds(5).healthCheckTimeoutSeconds(5)));
    Refused.validation("less than or equal to 10", () -> create(g -> g.healthyThresholdCount(11)));
    Refused.validation("must begin with '/'", () -> create(g -> g.healthCheckPath("health")));
    Refused.validation(
        "length less than or equal to 1024",
        () -> create(g -> g.healthCheckPath("/" + "x".repeat(1024))));
    Refused.validation("must be 'traffic-port'", () -> create(g -> g.healthCheckPort("65536")));
    Refused.validation(
        "must be one of 'HTTP, HTTPS'", () -> create(g -> g.healthCheckProtocol("TCP")));
    Refused.with(
        "InvalidConfigurationRequest",
        "cannot be disabled",
        () -> create(g -> g.healthCheckEnabled(false)));
    Refused.with(
        "InvalidConfigurationRequest",
        "GrpcCode",
        () -> create(g -> g.matcher(m -> m.grpcCode("0").httpCode("200"))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"200", "499", "200,202", "200-299", "200-299,404"})
  void successCodesFrom200To499AreTaken(String codes) {
    TargetGroup group = create(g -> g.name("ok").matcher(m -> m.httpCode(codes)));

    assertThat(group.matcher().httpCode()).isEqualTo(codes);
  }

  @ParameterizedTest
  @ValueSource(strings = {"199", "500", "200-500", "299-200", "200,", "abc", "200 - 299"})
  void otherSuccessCodesAreRefused(String codes) {
    Refused.validation(
        "must be codes from 200 to 499",
        () -> create(g -> g.name("no").matcher(m -> m.httpCode(codes))));
  }

  @Test
  void healthChecksCanBeModified() {
    TargetGroup group = account.group("web");

    TargetGroup modified =
        account
            .client()
            .modifyTargetGroup(
                m ->
                    m.targetGroupArn(group.targetGroupArn())
                        .healthCheckPath("/health")
                        .healthCheckPort("8081")
                        .unhealthyThresholdCount(3)
                        .matcher(c -> c.httpCode("204")))
            .targetGroups()
            .get(0);

    assertThat(modified)
        .isEqualTo(
            group.copy(
                g ->
                    g.healthCheckPath("/health")
                        .healthCheckPort("8081")
                        .unhealthyThresholdCount(3)
                        .matcher(c -> c.httpCode("204"))));
    Refused.validation(
        "Health check interval must be greater than the timeout",
        () ->
            account
                .client()
                .modifyTargetGroup(
                    m -> m.targetGroupArn(group.targetGroupArn()).healthCheckTimeoutSeconds(30)));
  }

  @Test
  void theyAreDescribedByNameArnOrLoadBalancerInTheOrderOfTheirNames() {
    TargetGroup zebra = account.group("zebra");
    TargetGroup ape = account.group("ape");
    LoadBalancer balancer = account.balancer("web");
    account.listener(balancer, 80, forward(zebra));

    assertThat(account.client().describeTargetGroups().targetGroups())
        .extracting(TargetGroup::targetGroupName)
        .containsExactly("ape", "zebra");
    assertThat(
            account
                .client()
                .describeTargetGroups(d -> d.loadBalancerArn(balancer.loadBalancerArn()))
                .targetGroups())
        .extracting(TargetGroup::targetGroupName)
        .containsExactly("zebra");
    assertThat(
            account
                .client()
                .describeTargetGroups(d -> d.targetGroupArns(ape.targetGroupArn()))
                .targetGroups())
        .containsExactly(ape);
    Refused.with(
        "TargetGroupNotFound",
        "One or more target groups not found",
        () -> account.client().describeTargetGroups(d -> d.names("ape", "yak")));
    Refused.validation(
        "cannot be specified at the same time",
        () ->
            account
                .client()
                .describeTargetGroups(d -> d.names("ape").targetGroupArns(ape.targetGroupArn())));
  }

  @Test
  void oneInUseKnowsItsLoadBalancerAndCannotBeDeleted() {
    TargetGroup group = account.group("web");
    LoadBalancer balancer = account.balancer("web");
    String listener = account.listener(balancer, 80, forward(group)).listenerArn();

    assertThat(account.client().describeTargetGroups().targetGroups().get(0).loadBalancerArns())
        .containsExactly(balancer.loadBalancerArn());
    Refused.with(
        "ResourceInUse",
        "Target group '%s' is currently in use by a listener or a rule"
            .formatted(group.targetGroupArn()),
        () -> delete(group));

    account.client().deleteListener(d -> d.listenerArn(listener));
    delete(group);
    delete(group);
    assertThat(account.dataPlane().live().targetGroups()).isEmpty();
  }

  @Test
  void allAttributesOfTheGuideHaveTheirDefaults() {
    assertThat(attributes(account.group("web")))
        .hasSize(14)
        .containsEntry("deregistration_delay.timeout_seconds", "300")
        .containsEntry("load_balancing.algorithm.type", "round_robin")
        .containsEntry("load_balancing.algorithm.anomaly_mitigation", "off")
        .containsEntry("load_balancing.cross_zone.enabled", "use_load_balancer_configuration")
        .containsEntry("slow_start.duration_seconds", "0")
        .containsEntry("stickiness.enabled", "false")
        .containsEntry("stickiness.type", "lb_cookie")
        .containsEntry("stickiness.lb_cookie.duration_seconds", "86400")
        .containsEntry("stickiness.app_cookie.cookie_name", "")
        .containsEntry(
            "target_group_health.dns_failover.minimum_healthy_targets.percentage", "off");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "deregistration_delay.timeout_seconds=3600",
        "slow_start.duration_seconds=30",
        "slow_start.duration_seconds=900",
        "slow_start.duration_seconds=0",
        "load_balancing.algorithm.type=least_outstanding_requests",
        "load_balancing.algorithm.type=weighted_random;load_balancing.algorithm.anomaly_mitigation=on",
        "stickiness.enabled=true;stickiness.type=app_cookie;stickiness.app_cookie.cookie_name=MINE",
        "stickiness.lb_cookie.duration_seconds=604800",
        "target_group_health.dns_failover.minimum_healthy_targets.count=off",
        "target_group_health.dns_failover.minimum_healthy_targets.percentage=50;target_group_health.unhealthy_state_routing.minimum_healthy_targets.percentage=50"
      })
  void attributesCanBeSet(String settings) {
    TargetGroup group = account.group("web");

    modify(group, settings);

    assertThat(attributes(group)).containsAllEntriesOf(parse(settings));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "deregistration_delay.timeout_seconds=3601|ValidationError|'deregistration_delay.timeout_seconds' value '3601' must be between '0-3600' inclusive",
        "slow_start.duration_seconds=29|ValidationError|between '30-900' inclusive or '0'",
        "slow_start.duration_seconds=901|ValidationError|between '30-900'",
        "load_balancing.algorithm.type=random|ValidationError|must be one of",
        "stickiness.lb_cookie.duration_seconds=0|ValidationError|'1-604800'",
        "stickiness.type=source_ip|InvalidConfigurationRequest|Stickiness type 'source_ip' is not supported for target groups with the HTTP protocol",
        "stickiness.enabled=true;stickiness.type=app_cookie|InvalidConfigurationRequest|You must set an application cookie name to enable stickiness of type 'app_cookie'",
        "stickiness.app_cookie.cookie_name=AWSALBMINE|InvalidConfigurationRequest|reserved prefix",
        "slow_start.duration_seconds=30;load_balancing.algorithm.type=weighted_random|InvalidConfigurationRequest|Slow start cannot be used",
        "load_balancing.algorithm.anomaly_mitigation=on|InvalidConfigurationRequest|only available with the load balancing algorithm 'weighted_random'",
        "stickiness.enabled=true;load_balancing.cross_zone.enabled=false|InvalidConfigurationRequest|Stickiness is not supported when cross-zone load balancing is off",
        "target_group_health.unhealthy_state_routing.minimum_healthy_targets.count=2|InvalidConfigurationRequest|must be greater than or equal to the routing failover threshold '2'",
        "target_group_health.dns_failover.minimum_healthy_targets.percentage=0|ValidationError|'1-100'",
        "lambda.multi_value_headers.enabled=true|InvalidConfigurationRequest|target type 'instance' does not support the attribute lambda.multi_value_headers.enabled",
        "proxy_protocol_v2.enabled=true|InvalidConfigurationRequest|is not supported",
        "no.such.key=1|ValidationError|Target group attribute key 'no.such.key' is not recognized"
      })
  void attributesThatCannotBeAreRefused(String settings, String code, String message) {
    TargetGroup group = account.group("web");

    Refused.with(code, message, () -> modify(group, settings));

    assertThat(attributes(group)).containsEntry("slow_start.duration_seconds", "0");
  }

  @Test
  void crossZoneStaysOnWhileATargetIsInAllZones() {
    TargetGroup group = account.addresses("web");
    account
        .client()
        .registerTargets(
            r ->
                r.targetGroupArn(group.targetGroupArn())
                    .targets(
                        TargetDescription.builder()
                            .id("10.0.0.1")
                            .availabilityZone("all")
                            .build()));

    Refused.with(
        "InvalidConfigurationRequest",
        "cannot be turned off while targets are registered with the Availability Zone 'all'",
        () -> modify(group, "load_balancing.cross_zone.enabled=false"));
  }

  private TargetGroup create(Consumer<CreateTargetGroupRequest.Builder> change) {
    CreateTargetGroupRequest.Builder request =
        CreateTargetGroupRequest.builder()
            .name("group")
            .protocol(ProtocolEnum.HTTP)
            .port(80)
            .vpcId("vpc-default");
    change.accept(request);
    return account.client().createTargetGroup(request.build()).targetGroups().get(0);
  }

  private void delete(TargetGroup group) {
    account.client().deleteTargetGroup(d -> d.targetGroupArn(group.targetGroupArn()));
  }

  private void modify(TargetGroup group, String settings) {
    account
        .client()
        .modifyTargetGroupAttributes(
            m ->
                m.targetGroupArn(group.targetGroupArn())
                    .attributes(
                        parse(settings).entrySet().stream()
                            .map(
                                entry ->
                                    TargetGroupAttribute.builder()
                                        .key(entry.getKey())
                                        .value(entry.getValue())
                                        .build())
                            .toList()));
  }

  private static Map<String, String> parse(String settings) {
    return java.util.Arrays.stream(settings.split(";", -1))
        .map(setting -> setting.split("=", 2))
        .collect(Collectors.toMap(parts -> parts[0], parts -> parts[1]));
  }

  private Map<String, String> attributes(TargetGroup group) {
    return account
        .client()
        .describeTargetGroupAttributes(d -> d.targetGroupArn(group.targetGroupArn()))
        .attributes()
        .stream()
        .collect(Collectors.toMap(TargetGroupAttribute::key, TargetGroupAttribute::value));
  }
}
