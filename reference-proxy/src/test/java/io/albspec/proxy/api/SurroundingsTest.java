package io.albspec.proxy.api;

import static io.albspec.proxy.api.Account.fixed;
import static io.albspec.proxy.api.Account.forward;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.albspec.proxy.cloud.Cloud;
import io.albspec.proxy.cloud.Instance;
import io.albspec.proxy.cloud.file.CloudFile;
import io.albspec.proxy.control.Config;
import io.albspec.proxy.control.TargetConfig;
import io.albspec.proxy.control.TargetGroupConfig;
import io.albspec.proxy.store.MemoryStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ElasticLoadBalancingV2Exception;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancer;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetDescription;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroup;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetHealth;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetHealthReasonEnum;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetHealthStateEnum;

/** The API in the account that docs/cloud.yaml describes. */
class SurroundingsTest {

  private static final Path EXAMPLE = Path.of("..", "docs", "cloud.yaml");
  private static final String RUNNING = "i-0abcdef1234567890";
  private static final String STOPPED = "i-0fedcba9876543210";

  private final Cloud cloud;
  private final Account account;

  SurroundingsTest() throws IOException {
    cloud = new Cloud(CloudFile.read(EXAMPLE));
    account = new Account(new MemoryStore(), cloud);
  }

  @AfterEach
  void close() {
    account.close();
  }

  @Test
  void aLoadBalancerGetsVpcAndSecurityGroupOfItsSubnets() {
    LoadBalancer balancer = balancer("subnet-web-a", "subnet-web-b");

    assertThat(balancer.vpcId()).isEqualTo("vpc-web");
    assertThat(balancer.securityGroups()).containsExactly("sg-web");
    assertThat(balancer.availabilityZones())
        .extracting(zone -> zone.subnetId())
        .containsExactly("subnet-web-a", "subnet-web-b");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "subnet-web-a, subnet-none|ipv4|SubnetNotFound|The subnet ID 'subnet-none' does not exist",
        "subnet-web-a, subnet-0123456789abcdef0|ipv4|SubnetNotFound|The subnet ID 'subnet-0123456789abcdef0' does not exist",
        "subnet-web-a|ipv4|ValidationError|At least two subnets in two different Availability Zones must be specified",
        "subnet-web-c, subnet-full|ipv4|InvalidConfigurationRequest|A load balancer cannot be attached to multiple subnets in the same Availability Zone",
        "subnet-web-b, subnet-other-a|ipv4|InvalidConfigurationRequest|All subnets must belong to the same VPC",
        "subnet-web-a, subnet-small|ipv4|InvalidSubnet|CIDR block of at least /27",
        "subnet-web-a, subnet-full|ipv4|InvalidSubnet|Not enough IP space available in subnet-full. ELB requires at least 8 free IP addresses in each subnet.",
        "subnet-web-a, subnet-local|ipv4|InvalidConfigurationRequest|All subnets must be in zones of the same type",
        "subnet-web-a, subnet-web-c|dualstack|ValidationError|You must specify subnets with an associated IPv6 CIDR block."
      })
  void subnetsThatDoNotFitAreRefused(String subnets, String type, String code, String message) {
    refused(
        () ->
            account
                .client()
                .createLoadBalancer(
                    b -> b.name("lb").subnets(subnets.split(", ", -1)).ipAddressType(type)),
        code,
        message);
  }

  @Test
  void aSubnetOfALocalZoneIsEnoughAlone() {
    assertThat(balancer("subnet-local").availabilityZones())
        .extracting(zone -> zone.zoneName())
        .containsExactly("us-east-2-lax-1a");
  }

  @Test
  void changesOfSubnetsAndTypeAreCheckedAsWell() {
    String arn = balancer("subnet-web-a", "subnet-web-c").loadBalancerArn();

    refused(
        () ->
            account
                .client()
                .setSubnets(s -> s.loadBalancerArn(arn).subnets("subnet-web-a", "subnet-full")),
        "InvalidSubnet",
        "Not enough IP space available in subnet-full");
    refused(
        () ->
            account
                .client()
                .setIpAddressType(s -> s.loadBalancerArn(arn).ipAddressType("dualstack")),
        "ValidationError",
        "You must specify subnets with an associated IPv6 CIDR block.");
    account
        .client()
        .setSubnets(s -> s.loadBalancerArn(arn).subnets("subnet-web-a", "subnet-web-b"));
    account.client().setIpAddressType(s -> s.loadBalancerArn(arn).ipAddressType("dualstack"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "sg-none|InvalidSecurityGroup|Security group 'sg-none' does not exist",
        "sg-other|InvalidConfigurationRequest|Security group 'sg-other' does not belong to VPC 'vpc-web'"
      })
  void securityGroupsAreThoseOfTheVpc(String group, String code, String message) {
    String arn = balancer("subnet-web-a", "subnet-web-b").loadBalancerArn();

    refused(
        () -> account.client().setSecurityGroups(s -> s.loadBalancerArn(arn).securityGroups(group)),
        code,
        message);
    refused(
        () ->
            account
                .client()
                .createLoadBalancer(
                    b ->
                        b.name("other")
                            .subnets("subnet-web-a", "subnet-web-b")
                            .securityGroups(group)),
        code,
        message);
    assertThat(
            account
                .client()
                .setSecurityGroups(
                    s -> s.loadBalancerArn(arn).securityGroups("sg-internal", "sg-web"))
                .securityGroupIds())
        .containsExactly("sg-internal", "sg-web");
  }

  @Test
  void requestsGoWhereARunningInstanceIsReachedUnderItsPorts() {
    TargetGroup group = group("vpc-web");

    register(group, RUNNING);

    assertThat(placed())
        .singleElement()
        .extracting(TargetConfig::address)
        .hasToString("/127.0.0.1:8081");
    assertThat(placed()).extracting(TargetConfig::zone).containsExactly("us-east-2a");
  }

  @Test
  void anAddressOfASubnetIsInItsZoneAndThatOfAnInstanceIsReachedWhereItIs() {
    TargetGroup group =
        account
            .client()
            .createTargetGroup(
                g -> g.name("ip").protocol("HTTP").port(80).vpcId("vpc-web").targetType("ip"))
            .targetGroups()
            .get(0);

    register(group, "10.0.2.10");
    register(group, "10.0.3.99");
    register(group, "127.0.0.1");

    assertThat(placed())
        .extracting(target -> target.address() + " " + target.zone())
        .containsExactly(
            "/127.0.0.1:8082 us-east-2b", "/10.0.3.99:80 us-east-2c", "/127.0.0.1:80 us-east-2a");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "vpc-web|i-00000000|The specified target does not exist or is not in the same VPC as the target group: 'i-00000000'",
        "vpc-other|i-0abcdef1234567890|The specified target does not exist or is not in the same VPC as the target group: 'i-0abcdef1234567890'",
        "vpc-web|i-0fedcba9876543210|The following targets are not in a running state and cannot be registered: 'i-0fedcba9876543210'"
      })
  void instancesThatCannotBeTargetsAreRefused(String vpc, String instance, String message) {
    TargetGroup group = group(vpc);

    refused(() -> register(group, instance), "InvalidTarget", message);
  }

  @Test
  void aTargetGroupOfAnotherVpcIsRefused() {
    LoadBalancer balancer = balancer("subnet-web-a", "subnet-web-b");
    TargetGroup group = group("vpc-other");

    refused(
        () -> account.listener(balancer, 80, forward(group)),
        "InvalidConfigurationRequest",
        "Target group '%s' is in a different VPC than load balancer '%s'"
            .formatted(group.targetGroupArn(), balancer.loadBalancerArn()));
  }

  @ParameterizedTest
  @EnumSource(value = Instance.State.class, names = "RUNNING", mode = EnumSource.Mode.EXCLUDE)
  void anInstanceThatDoesNotRunGetsNoRequestsUntilItRunsAgain(Instance.State state) {
    TargetGroup group = group("vpc-web");
    account.listener(balancer("subnet-web-a", "subnet-web-b"), 80, forward(group));
    register(group, RUNNING);
    assertThat(health(group).state()).isEqualTo(TargetHealthStateEnum.HEALTHY);
    Instance running = cloud.instance(RUNNING).orElseThrow();

    cloud.instance(running.in(state));

    assertThat(placed()).isEmpty();
    assertThat(health(group).state()).isEqualTo(TargetHealthStateEnum.UNUSED);
    assertThat(health(group).reason()).isEqualTo(TargetHealthReasonEnum.TARGET_INVALID_STATE);
    boolean ended = List.of("stopped", "terminated").contains(state.text());
    assertThat(health(group).description())
        .isEqualTo(
            ended
                ? "Target is in the " + state.text() + " state"
                : "Target is in an invalid state");

    cloud.instance(running);
    assertThat(placed()).hasSize(1);
    assertThat(health(group).state()).isEqualTo(TargetHealthStateEnum.HEALTHY);
  }

  @Test
  void anInstanceThatIsNoLongerDescribedWasTerminated(@TempDir Path folder) throws IOException {
    TargetGroup group = group("vpc-web");
    account.listener(balancer("subnet-web-a", "subnet-web-b"), 80, forward(group));
    register(group, RUNNING);
    String text = Files.readString(EXAMPLE).replace(RUNNING, "i-0000000000000000f");

    cloud.describe(CloudFile.read(Files.writeString(folder.resolve("cloud.yaml"), text)));

    assertThat(placed()).isEmpty();
    assertThat(health(group).description()).isEqualTo("Target is in the terminated state");
  }

  @Test
  void idsOfAwsFormAreNotLearnedHere() {
    refused(
        () -> group("vpc-0598c7d356EXAMPLE"),
        "ValidationError",
        "The VPC ID 'vpc-0598c7d356EXAMPLE' is not found");
    assertThat(cloud.instance(STOPPED)).isPresent();
    account.listener(balancer("subnet-web-a", "subnet-web-b"), 81, fixed("200"));
  }

  private LoadBalancer balancer(String... subnets) {
    return account
        .client()
        .createLoadBalancer(b -> b.name("lb").subnets(subnets))
        .loadBalancers()
        .get(0);
  }

  private TargetGroup group(String vpc) {
    return account
        .client()
        .createTargetGroup(g -> g.name("group").protocol("HTTP").port(80).vpcId(vpc))
        .targetGroups()
        .get(0);
  }

  private void register(TargetGroup group, String id) {
    account
        .client()
        .registerTargets(
            r ->
                r.targetGroupArn(group.targetGroupArn())
                    .targets(TargetDescription.builder().id(id).build()));
  }

  private TargetHealth health(TargetGroup group) {
    return account
        .client()
        .describeTargetHealth(h -> h.targetGroupArn(group.targetGroupArn()))
        .targetHealthDescriptions()
        .get(0)
        .targetHealth();
  }

  /** The targets as the data plane has them. */
  private List<TargetConfig> placed() {
    Config live = account.dataPlane().live();
    return live.targetGroups().values().stream()
        .map(TargetGroupConfig::targets)
        .flatMap(List::stream)
        .toList();
  }

  private static void refused(ThrowingCallable call, String code, String message) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            ElasticLoadBalancingV2Exception.class,
            refusal -> {
              assertThat(refusal.awsErrorDetails().errorCode()).isEqualTo(code);
              assertThat(refusal.awsErrorDetails().errorMessage()).contains(message);
            });
  }
}
