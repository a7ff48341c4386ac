package io.albspec.proxy.api;

import static io.albspec.proxy.api.Account.fixed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.albspec.proxy.cloud.Ipv6Loopback;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.AvailabilityZone;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.CreateLoadBalancerRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancer;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancerAddress;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancerAttribute;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancerStateEnum;

class LoadBalancerTest {

  private final Account account = new Account();

  @AfterEach
  void close() {
    account.close();
  }

  @Test
  void aNewOneIsProvisioningInTheAnswerAndActiveWhenDescribed() {
    LoadBalancer created = account.balancer("web");

    LoadBalancer described = account.client().describeLoadBalancers().loadBalancers().get(0);
    assertThat(created.state().code()).isEqualTo(LoadBalancerStateEnum.PROVISIONING);
    assertThat(described.state().code()).isEqualTo(LoadBalancerStateEnum.ACTIVE);
    assertThat(described.copy(b -> b.state(created.state()))).isEqualTo(created);
  }

  @Test
  void itsFaceIsThatOfTheRealService() {
    LoadBalancer created = account.balancer("web");

    assertThat(created.loadBalancerArn())
        .matches(
            "arn:aws:elasticloadbalancing:us-east-2:123456789012:loadbalancer/app/web/[0-9a-f]{16}");
    assertThat(created.dnsName()).matches("web-[0-9]+\\.us-east-2\\.elb\\.amazonaws\\.com");
    assertThat(created.schemeAsString()).isEqualTo("internet-facing");
    assertThat(created.ipAddressTypeAsString()).isEqualTo("ipv4");
    assertThat(created.vpcId()).isEqualTo("vpc-default");
    assertThat(created.securityGroups()).containsExactly("sg-default");
    assertThat(created.createdTime()).isEqualTo(Account.START);
    assertThat(created.availabilityZones())
        .extracting(AvailabilityZone::zoneName)
        .containsExactly("us-east-2a", "us-east-2b");
    assertThat(created.availabilityZones().get(1).loadBalancerAddresses().get(0).ipAddress())
        .startsWith("127.0.2.");
  }

  @Test
  void anInternalOneHasADnsNameThatSaysSoAndDeniesInternetGatewayTraffic() {
    LoadBalancer created = create(b -> b.name("inner").scheme("internal").subnets(AB));

    assertThat(created.dnsName()).startsWith("internal-inner-");
    assertThat(attributes(created)).containsEntry("ipv6.deny_all_igw_traffic", "true");
  }

  @Test
  void creatingItAgainWithTheSameSettingsChangesNothing() {
    LoadBalancer first = account.balancer("web");
    int changes = account.dataPlane().applied().size();

    LoadBalancer again = account.balancer("web");

    assertThat(again.loadBalancerArn()).isEqualTo(first.loadBalancerArn());
    assertThat(account.dataPlane().applied()).hasSize(changes);
  }

  @Test
  void creatingItAgainWithOtherSettingsIsRefused() {
    account.balancer("web");

    Refused.with(
        "DuplicateLoadBalancerName",
        "A load balancer with the same name 'web' exists, but with different settings",
        () -> create(b -> b.name("web").subnets(AB).scheme("internal")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a-name-that-is-longer-than-32-char|cannot be longer than '32' characters",
        "under_score|can only contain characters",
        "-begins|cannot begin or end with a hyphen",
        "ends-|cannot begin or end with a hyphen",
        "internal-web|cannot begin with 'internal-'"
      })
  void aNameThatCannotBeIsRefused(String name, String why) {
    Refused.validation(
        "The load balancer name '" + name + "' " + why, () -> create(b -> b.name(name)));
  }

  @Test
  void subnetsMustBeInTwoZones() {
    Refused.validation(
        "At least two subnets in two different Availability Zones must be specified",
        () -> create(b -> b.name("web")));
    Refused.validation(
        "At least two subnets", () -> create(b -> b.name("web").subnets("subnet-a")));
    Refused.with(
        "InvalidConfigurationRequest",
        "multiple subnets in the same Availability Zone",
        () -> create(b -> b.name("web").subnets("subnet-a", "subnet-a", "subnet-b")));
    Refused.with(
        "SubnetNotFound",
        "The subnet ID 'subnet-nowhere' does not exist",
        () -> create(b -> b.name("web").subnets("subnet-a", "subnet-nowhere")));
  }

  @Test
  void aSecurityGroupMustExist() {
    Refused.with(
        "InvalidSecurityGroup",
        "Security group 'sg-none' does not exist",
        () -> create(b -> b.name("web").subnets(AB).securityGroups("sg-none")));
  }

  @Test
  void whatIsNotCarriedIsRefused() {
    Refused.with(
        "OperationNotPermitted",
        "Only load balancers of type application",
        () -> create(b -> b.name("web").subnets(AB).type("network")));
    Refused.with(
        "OperationNotPermitted",
        "Outposts",
        () -> create(b -> b.name("web").subnets(AB).customerOwnedIpv4Pool("ipv4pool-coip-1")));
  }

  @Test
  void aRefusalOfTheDataPlaneReachesTheClientAndChangesNothing() {
    LoadBalancer balancer = account.balancer("web");
    account
        .dataPlane()
        .refuse(new io.albspec.proxy.control.ApiException("InvalidConfigurationRequest", "full"));

    Refused.with(
        "InvalidConfigurationRequest", "full", () -> account.listener(balancer, 80, fixed("200")));

    account.dataPlane().accept();
    assertThat(
            account
                .client()
                .describeListeners(l -> l.loadBalancerArn(balancer.loadBalancerArn()))
                .listeners())
        .isEmpty();
    account.listener(balancer, 80, fixed("200"));
  }

  @Test
  void deletionProtectionIsHonoured() {
    LoadBalancer balancer = account.balancer("web");
    modify(balancer, "deletion_protection.enabled", "true");

    Refused.with(
        "OperationNotPermitted",
        "cannot be deleted because deletion protection is enabled",
        () -> delete(balancer));

    modify(balancer, "deletion_protection.enabled", "false");
    delete(balancer);
    assertThat(account.client().describeLoadBalancers().loadBalancers()).isEmpty();
  }

  @Test
  void deletingOneThatIsGoneSucceeds() {
    LoadBalancer balancer = account.balancer("web");

    delete(balancer);
    delete(balancer);

    assertThat(account.dataPlane().live().balancers()).isEmpty();
  }

  @Test
  void unknownOnesAreNotFound() {
    account.balancer("web");

    Refused.with(
        "LoadBalancerNotFound",
        "One or more load balancers not found",
        () -> account.client().describeLoadBalancers(d -> d.names("web", "other")));
    Refused.validation(
        "'web' is not a valid load balancer ARN",
        () -> account.client().describeLoadBalancers(d -> d.loadBalancerArns("web")));
  }

  @Test
  void subnetsCanBeChangedAndNodesThatStayKeepTheirAddress() {
    LoadBalancer balancer = account.balancer("web");

    List<AvailabilityZone> zones =
        account
            .client()
            .setSubnets(
                s -> s.loadBalancerArn(balancer.loadBalancerArn()).subnets("subnet-b", "subnet-c"))
            .availabilityZones();

    assertThat(zones)
        .extracting(AvailabilityZone::zoneName)
        .containsExactly("us-east-2b", "us-east-2c");
    assertThat(zones.get(0)).isEqualTo(balancer.availabilityZones().get(1));
    assertThat(account.client().describeLoadBalancers().loadBalancers().get(0).availabilityZones())
        .isEqualTo(zones);
  }

  @Test
  void securityGroupsAndAddressTypeCanBeSet() {
    LoadBalancer balancer = account.balancer("web");
    String arn = balancer.loadBalancerArn();

    account.client().setSecurityGroups(s -> s.loadBalancerArn(arn).securityGroups("sg-5943793c"));
    account.client().setIpAddressType(s -> s.loadBalancerArn(arn).ipAddressType("ipv4"));

    LoadBalancer described = account.client().describeLoadBalancers().loadBalancers().get(0);
    assertThat(described.securityGroups()).containsExactly("sg-5943793c");
    assertThat(described.ipAddressTypeAsString()).isEqualTo("ipv4");
  }

  @Test
  void theAddressesFollowTheTypeAndOneNodeHasTheOnlyOneOfIpv6() {
    assumeThat(Ipv6Loopback.address()).as("this machine has IPv6").isPresent();
    String arn = account.balancer("web").loadBalancerArn();

    assertThat(addresses(arn, "ipv4")).extracting(a -> a.iPv6Address()).containsOnlyNulls();
    assertThat(addresses(arn, "dualstack"))
        .extracting(a -> a.iPv6Address())
        .containsExactly("::1", null);
    assertThat(addresses(arn, "dualstack"))
        .extracting(a -> a.ipAddress())
        .doesNotContainNull()
        .hasSize(2);
    assertThat(addresses(arn, "dualstack-without-public-ipv4"))
        .singleElement()
        .matches(a -> a.ipAddress() == null && a.iPv6Address().equals("::1"));
  }

  private List<LoadBalancerAddress> addresses(String arn, String type) {
    account.client().setIpAddressType(s -> s.loadBalancerArn(arn).ipAddressType(type));
    return account
        .client()
        .describeLoadBalancers()
        .loadBalancers()
        .get(0)
        .availabilityZones()
        .stream()
        .flatMap(zone -> zone.loadBalancerAddresses().stream())
        .toList();
  }

  @Test
  void subnetsAndAddressTypeCanBeSetTogether() {
    String arn = account.balancer("web").loadBalancerArn();

    account
        .client()
        .setSubnets(
            s -> s.loadBalancerArn(arn).subnets("subnet-b", "subnet-c").ipAddressType("dualstack"));

    assertThat(account.client().describeLoadBalancers().loadBalancers().get(0))
        .matches(balancer -> balancer.ipAddressTypeAsString().equals("dualstack"))
        .matches(balancer -> balancer.availabilityZones().size() == 2);
  }

  @Test
  void allAttributesOfTheGuideHaveTheirDefaults() {
    LoadBalancer balancer = account.balancer("web");

    assertThat(attributes(balancer))
        .hasSize(19)
        .containsEntry("idle_timeout.timeout_seconds", "60")
        .containsEntry("client_keep_alive.seconds", "3600")
        .containsEntry("routing.http.desync_mitigation_mode", "defensive")
        .containsEntry("routing.http.xff_header_processing.mode", "append")
        .containsEntry("routing.http2.enabled", "true")
        .containsEntry("load_balancing.cross_zone.enabled", "true")
        .containsEntry("ipv6.deny_all_igw_traffic", "false")
        .containsEntry("access_logs.s3.bucket", "");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "idle_timeout.timeout_seconds=1",
        "idle_timeout.timeout_seconds=4000",
        "client_keep_alive.seconds=60",
        "client_keep_alive.seconds=604800",
        "routing.http.desync_mitigation_mode=strictest",
        "routing.http.xff_header_processing.mode=remove",
        "routing.http.preserve_host_header.enabled=true",
        "load_balancing.cross_zone.enabled=true",
        "access_logs.s3.prefix=my/prefix",
        "waf.fail_open.enabled=true"
      })
  void anAttributeCanBeSet(String setting) {
    LoadBalancer balancer = account.balancer("web");
    String[] parts = setting.split("=", 2);

    modify(balancer, parts[0], parts[1]);

    assertThat(attributes(balancer)).containsEntry(parts[0], parts[1]);
    assertThat(account.dataPlane().live().balancers().get(balancer.loadBalancerArn()).attributes())
        .containsEntry(parts[0], parts[1]);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "idle_timeout.timeout_seconds|0|ValidationError|'idle_timeout.timeout_seconds' value '0' must be between '1-4000' inclusive",
        "idle_timeout.timeout_seconds|4001|ValidationError|inclusive",
        "idle_timeout.timeout_seconds|1s|ValidationError|inclusive",
        "client_keep_alive.seconds|59|ValidationError|'60-604800'",
        "client_keep_alive.seconds|604801|ValidationError|'60-604800'",
        "routing.http.desync_mitigation_mode|off|ValidationError|must be one of 'monitor, defensive, strictest'",
        "routing.http2.enabled|yes|ValidationError|must be one of 'true, false'",
        "load_balancing.cross_zone.enabled|false|InvalidConfigurationRequest|cannot be turned off",
        "access_logs.s3.enabled|true|InvalidConfigurationRequest|'access_logs.s3.bucket' must be set",
        "connection_logs.s3.enabled|true|InvalidConfigurationRequest|'connection_logs.s3.bucket' must be set",
        "connection_logs.s3.prefix|x/AWSLogs|InvalidConfigurationRequest|must not contain the string 'AWSLogs'",
        "zonal_shift.config.enabled|true|ValidationError|Load balancer attribute key 'zonal_shift.config.enabled' is not recognized",
        "dns_record.client_routing_policy|any|InvalidConfigurationRequest|is not supported on load balancers with type 'application'"
      })
  void anAttributeThatCannotBeIsRefused(String key, String value, String code, String message) {
    LoadBalancer balancer = account.balancer("web");

    Refused.with(code, message, () -> modify(balancer, key, value));
  }

  @Test
  void theAddressOfADeletedLoadBalancerRests() {
    LoadBalancer first = account.balancer("web");
    String address = address(first);
    delete(first);

    LoadBalancer second = account.balancer("web");

    assertThat(address(second)).isNotEqualTo(address);
    assertThat(io.albspec.proxy.cloud.LeaseProbe.isFree(address)).isFalse();
  }

  private static final List<String> AB = List.of("subnet-a", "subnet-b");

  private static String address(LoadBalancer balancer) {
    return balancer.availabilityZones().get(0).loadBalancerAddresses().get(0).ipAddress();
  }

  private LoadBalancer create(Consumer<CreateLoadBalancerRequest.Builder> request) {
    return account.client().createLoadBalancer(request).loadBalancers().get(0);
  }

  private void delete(LoadBalancer balancer) {
    account.client().deleteLoadBalancer(d -> d.loadBalancerArn(balancer.loadBalancerArn()));
  }

  private void modify(LoadBalancer balancer, String key, String value) {
    account
        .client()
        .modifyLoadBalancerAttributes(
            m ->
                m.loadBalancerArn(balancer.loadBalancerArn())
                    .attributes(LoadBalancerAttribute.builder().key(key).value(value).build()));
  }

  private Map<String, String> attributes(LoadBalancer balancer) {
    return account
        .client()
        .describeLoadBalancerAttributes(d -> d.loadBalancerArn(balancer.loadBalancerArn()))
        .attributes()
        .stream()
        .collect(Collectors.toMap(LoadBalancerAttribute::key, LoadBalancerAttribute::value));
  }
}
