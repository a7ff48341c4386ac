package io.albspec.proxy.api;

import static io.albspec.proxy.api.Account.forward;
import static org.assertj.core.api.Assertions.assertThat;

import io.albspec.proxy.control.TargetConfig;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancer;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetDescription;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroup;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroupAttribute;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetHealthDescription;

class TargetTest {

  private static final String ONE = "i-0abcdef1234567890";
  private static final String TWO = "i-1234567890abcdef0";

  private final Account account = new Account();

  @AfterEach
  void close() {
    account.close();
  }

  @Test
  void aTargetTakesThePortOfItsGroupUnlessItHasItsOwn() {
    TargetGroup group = account.group("web");

    register(group, target(ONE), target(ONE).copy(t -> t.port(8080)), target(ONE));

    assertThat(live(group))
        .extracting(target -> target.address().getPort())
        .containsExactly(80, 8080);
    assertThat(health(group))
        .extracting(TargetHealthDescription::healthCheckPort)
        .containsExactly("80", "8080");
  }

  @Test
  void statesThatFollowFromTheConfiguration() {
    TargetGroup group = account.addresses("web");
    register(group, target("127.0.1.1"), target("127.0.3.1"));
    assertThat(states(group)).containsOnly("unused Target.NotInUse");

    account.listener(account.balancer("web"), 80, forward(group));

    assertThat(states(group)).containsExactly("healthy null", "unused Target.NotInUse");
    assertThat(states(group, target("127.0.9.9"))).containsExactly("unused Target.NotRegistered");
  }

  @Test
  void aDeregisteredTargetDrainsUntilItsDelayHasElapsed() {
    TargetGroup group = account.group("web");
    account.listener(account.balancer("web"), 80, forward(group));
    register(group, target(ONE), target(TWO));

    deregister(group, target(ONE));

    assertThat(states(group))
        .containsExactly("draining Target.DeregistrationInProgress", "healthy null");
    assertThat(live(group).get(0).draining()).isTrue();
    account.time().advance(Duration.ofSeconds(299));
    assertThat(states(group)).contains("draining Target.DeregistrationInProgress");
    account.time().advance(Duration.ofSeconds(1));
    assertThat(states(group)).containsExactly("healthy null");
    assertThat(states(group, target(ONE))).containsExactly("unused Target.NotRegistered");
    Waiting.until(() -> live(group).size() == 1);
  }

  @Test
  void withoutADelayATargetIsGoneAtOnce() {
    TargetGroup group = account.group("web");
    delay(group, "0");
    register(group, target(ONE));

    deregister(group, target(ONE));

    assertThat(live(group)).isEmpty();
  }

  @Test
  void anInstanceCanBeRegisteredAgainWhileItDrains() {
    TargetGroup group = account.group("web");
    account.listener(account.balancer("web"), 80, forward(group));
    register(group, target(ONE));
    deregister(group, target(ONE));

    register(group, target(ONE));
    account.time().advance(Duration.ofHours(1));

    assertThat(states(group)).containsExactly("healthy null");
  }

  @Test
  void anAddressCannotBeRegisteredAgainBeforeItHasDrained() {
    TargetGroup group = account.addresses("web");
    register(group, target("127.0.0.1"));
    deregister(group, target("127.0.0.1"));

    Refused.with(
        "InvalidTarget",
        "cannot be registered again before its deregistration delay has elapsed",
        () -> register(group, target("127.0.0.1")));

    account.time().advance(Duration.ofMinutes(5));
    Waiting.until(() -> live(group).isEmpty());
    register(group, target("127.0.0.1"));
  }

  @Test
  void deregisteringAnUnknownTargetSucceeds() {
    TargetGroup group = account.group("web");

    deregister(group, target(TWO));

    assertThat(live(group)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "127.0.0.1, us-east-2a",
    "127.0.1.9, us-east-2a",
    "127.0.2.9, us-east-2b",
    "127.0.3.9, us-east-2c"
  })
  void theZoneOfAnAddressInTheVpcFollowsFromTheAddress(String address, String zone) {
    TargetGroup group = account.addresses("web");

    register(group, target(address));

    assertThat(live(group)).extracting(TargetConfig::zone).containsExactly(zone);
  }

  @ParameterizedTest
  @ValueSource(strings = {"10.1.2.3", "100.64.0.1", "172.16.0.1", "172.31.255.255", "192.168.7.7"})
  void privateAddressesOutsideTheVpcAreInAllZones(String address) {
    TargetGroup group = account.addresses("web");

    register(group, target(address).copy(t -> t.availabilityZone("us-east-2b")));

    assertThat(live(group)).extracting(TargetConfig::zone).containsExactly("all");
  }

  @Test
  void withCrossZoneOffAnAddressOutsideTheVpcIsInTheZoneItIsGiven() {
    TargetGroup group = account.addresses("web");
    attribute(group, "load_balancing.cross_zone.enabled", "false");

    register(group, target("10.1.2.3").copy(t -> t.availabilityZone("us-east-2b")));

    assertThat(live(group)).extracting(TargetConfig::zone).containsExactly("us-east-2b");
    Refused.with(
        "InvalidConfigurationRequest",
        "'all' cannot be used while cross-zone load balancing is off",
        () -> register(group, target("10.1.2.4").copy(t -> t.availabilityZone("all"))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "8.8.8.8||is not in one of the CIDR blocks",
        "172.32.0.1||is not in one of the CIDR blocks",
        "100.128.0.1||is not in one of the CIDR blocks",
        "10.0.0.1||You must specify a valid Availability Zone or select 'all'",
        "10.0.0.1|us-east-2x|You must specify a valid Availability Zone",
        "127.0.1.1|all|cannot have its Availability Zone overridden to 'all' from 'us-east-2a'",
        "127.0.1.1|us-east-2b|overridden to 'us-east-2b' from 'us-east-2a'",
        "::1||is not a valid IPv4 address",
        "localhost||is not a valid IPv4 address",
        "127.0.0.256||is not a valid IPv4 address"
      })
  void anAddressThatCannotBeATargetIsRefused(String address, String zone, String message) {
    TargetGroup group = account.addresses("web");

    Refused.validation(
        message, () -> register(group, target(address).copy(t -> t.availabilityZone(zone))));
  }

  @Test
  void theNodesOfALoadBalancerCannotBeTargets() {
    TargetGroup group = account.addresses("web");
    LoadBalancer balancer = account.balancer("web");
    String node = balancer.availabilityZones().get(0).loadBalancerAddresses().get(0).ipAddress();

    Refused.with("InvalidTarget", "in use by a load balancer", () -> register(group, target(node)));
  }

  @Test
  void aTargetWhoseAddressBecomesThatOfALoadBalancerCannotBeUsed() {
    TargetGroup group = account.addresses("web");
    String[] zone = IntStream.range(1, 255).mapToObj(i -> "127.0.1." + i).toArray(String[]::new);
    register(group, Stream.of(zone).map(TargetTest::target).toArray(TargetDescription[]::new));
    LoadBalancer balancer = account.balancer("web");
    account.listener(balancer, 80, forward(group));
    String node = balancer.availabilityZones().get(0).loadBalancerAddresses().get(0).ipAddress();

    assertThat(states(group, target(node))).containsExactly("unused Target.IpUnusable");
    assertThat(live(group))
        .hasSize(zone.length - 1)
        .noneMatch(target -> target.resource().id().equals(node));
  }

  @Test
  void anInstanceMustExistAndHasAZoneOfItsOwn() {
    TargetGroup group = account.group("web");

    Refused.with(
        "InvalidTarget",
        "The specified target does not exist",
        () -> register(group, target("my-instance")));
    Refused.validation(
        "You cannot specify an Availability Zone",
        () -> register(group, target(ONE).copy(t -> t.availabilityZone("us-east-2a"))));
    Refused.validation(
        "Value null at 'targets.1.member.id'",
        () -> register(group, TargetDescription.builder().port(80).build()));
  }

  @Test
  void aThousandTargetsFitAndNotOneMore() {
    TargetGroup group = account.addresses("web");
    account.listener(account.balancer("web"), 80, forward(group));

    register(group, many(1000));

    assertThat(live(group)).hasSize(1000);
    Refused.with(
        "TooManyTargets",
        "The maximum number of targets per target group '1000' has been reached",
        () -> register(group, target("127.9.0.1")));
    deregister(group, many(1000));
    assertThat(live(group)).allMatch(TargetConfig::draining);
  }

  @Test
  void aLoadBalancerHasAThousandTargetsAtMost() {
    TargetGroup first = account.addresses("first");
    TargetGroup second = account.addresses("second");
    LoadBalancer balancer = account.balancer("web");
    account.listener(balancer, 80, forward(first));
    register(first, many(999));
    register(second, many(2));

    Refused.with(
        "TooManyTargets",
        "targets per load balancer '1000'",
        () -> account.listener(balancer, 81, forward(second)));

    deregister(second, target("127.8.0.0"));
    account.listener(balancer, 81, forward(second));
    Refused.with(
        "TooManyTargets",
        "targets per load balancer '1000'",
        () -> register(second, target("127.9.0.1")));
  }

  @Test
  void oneTargetCanBeRegisteredAHundredTimesWithALoadBalancer() {
    TargetGroup group = account.group("web");
    account.listener(account.balancer("web"), 80, forward(group));
    TargetDescription[] ports =
        IntStream.rangeClosed(1, 101)
            .mapToObj(port -> target(ONE).copy(t -> t.port(port)))
            .toArray(TargetDescription[]::new);

    Refused.with("TooManyRegistrationsForTargetId", "'100'", () -> register(group, ports));
    register(group, Arrays.copyOf(ports, 100));
  }

  private static TargetDescription target(String id) {
    return TargetDescription.builder().id(id).build();
  }

  private static TargetDescription[] many(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> target("127.8." + i / 256 + "." + i % 256))
        .toArray(TargetDescription[]::new);
  }

  private void register(TargetGroup group, TargetDescription... targets) {
    account
        .client()
        .registerTargets(r -> r.targetGroupArn(group.targetGroupArn()).targets(targets));
  }

  private void deregister(TargetGroup group, TargetDescription... targets) {
    account
        .client()
        .deregisterTargets(d -> d.targetGroupArn(group.targetGroupArn()).targets(targets));
  }

  private void delay(TargetGroup group, String seconds) {
    attribute(group, "deregistration_delay.timeout_seconds", seconds);
  }

  private void attribute(TargetGroup group, String key, String value) {
    account
        .client()
        .modifyTargetGroupAttributes(
            m ->
                m.targetGroupArn(group.targetGroupArn())
                    .attributes(TargetGroupAttribute.builder().key(key).value(value).build()));
  }

  private List<TargetConfig> live(TargetGroup group) {
    return account.dataPlane().live().targetGroups().get(group.targetGroupArn()).targets();
  }

  private List<TargetHealthDescription> health(TargetGroup group, TargetDescription... asked) {
    return account
        .client()
        .describeTargetHealth(
            d ->
                d.targetGroupArn(group.targetGroupArn())
                    .targets(asked)
                    .includeWithStrings("AnomalyDetection"))
        .targetHealthDescriptions();
  }

  private List<String> states(TargetGroup group, TargetDescription... asked) {
    return health(group, asked).stream()
        .map(
            description ->
                description.targetHealth().stateAsString()
                    + " "
                    + description.targetHealth().reasonAsString())
        .toList();
  }
}
