package io.albspec.proxy.target;

import static org.assertj.core.api.Assertions.assertThat;

import io.albspec.proxy.control.BalancerConfig;
import io.albspec.proxy.control.Config;
import io.albspec.proxy.control.Node;
import io.albspec.proxy.control.TargetConfig;
import io.albspec.proxy.control.TargetGroupConfig;
import io.albspec.proxy.time.ManualTime;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Guide, "Target group health": which zones are in service, and which targets their nodes use. */
class ZoneHealthTest {

  private static final String A = "us-east-2a";
  private static final String B = "us-east-2b";
  private static final List<Node> NODES = List.of(GroupConfigs.node(A, 1), GroupConfigs.node(B, 2));
  private static final String CROSS_ZONE = "load_balancing.cross_zone.enabled";
  private static final String DNS = "target_group_health.dns_failover.minimum_healthy_targets.";
  private static final String ROUTING =
      "target_group_health.unhealthy_state_routing.minimum_healthy_targets.";

  private final TargetGroups groups = new TargetGroups(new ManualTime(Instant.EPOCH));
  private Config config = Config.EMPTY;

  /** The guide's example: ten targets in each zone, 50 % for both actions, six fail in zone b. */
  @ParameterizedTest
  @CsvSource({
    // cross-zone, failing in b, in DNS, eligible from a, eligible from b
    "false, 6, us-east-2a,            10, 10",
    "false, 5, us-east-2a us-east-2b, 10, 5",
    "false, 0, us-east-2a us-east-2b, 10, 10",
    "true,  6, us-east-2a us-east-2b, 14, 14",
    "true, 10, us-east-2a us-east-2b, 10, 10"
  })
  void theExampleOfTheGuide(
      boolean crossZone, int failing, String inService, int fromA, int fromB) {
    use(
        Map.of(CROSS_ZONE, "" + crossZone, DNS + "percentage", "50", ROUTING + "percentage", "50"),
        Stream.concat(targets(A, 0, 10), targets(B, 10, 10)));
    heal(0, 20);

    fail(10, failing);

    assertThat(zonesInService()).containsExactly(inService.split(" "));
    assertThat(eligible(A)).isEqualTo(fromA);
    assertThat(eligible(B)).isEqualTo(fromB);
  }

  @ParameterizedTest
  @CsvSource({
    // count, percentage, healthy of four in b, whether b is in service
    "1,   off, 1, true",
    "1,   off, 0, false",
    "2,   off, 2, true",
    "2,   off, 1, false",
    "off, 50,  2, true",
    "off, 50,  1, false",
    "1,   51,  2, false",
    "3,   25,  2, false",
    "3,   25,  3, true",
    "off, off, 0, true"
  })
  void eitherThresholdTakesAZoneOut(
      String count, String percentage, int healthy, boolean inService) {
    use(
        Map.of(CROSS_ZONE, "false", DNS + "count", count, DNS + "percentage", percentage),
        Stream.concat(targets(A, 0, 4), targets(B, 4, 4)));
    heal(0, 4 + healthy);

    assertThat(zonesInService().contains(B)).isEqualTo(inService);
  }

  @Test
  void withCrossZoneTheThresholdIsOfAllTargetsTogether() {
    use(Map.of(DNS + "count", "4"), Stream.concat(targets(A, 0, 4), targets(B, 4, 4)));
    heal(0, 4);
    assertThat(unhealthy()).isEmpty();

    fail(0, 1);

    assertThat(unhealthy()).containsExactly(A, B);
    assertThat(zonesInService()).as("no zone is healthy").containsExactly(A, B);
  }

  @Test
  void aZoneWithoutTargetsStaysInService() {
    use(Map.of(CROSS_ZONE, "false"), targets(A, 0, 2));
    heal(0, 2);

    assertThat(zonesInService()).containsExactly(A, B);
    assertThat(eligible(B)).isZero();
  }

  @Test
  void targetsThatDrainDoNotCount() {
    use(
        Map.of(CROSS_ZONE, "false", DNS + "percentage", "100"),
        Stream.of(
            GroupConfigs.target(1, A, false),
            GroupConfigs.target(2, B, false),
            GroupConfigs.target(3, B, true)));
    heal(1, 2);

    assertThat(zonesInService()).containsExactly(A, B);
  }

  @Test
  void oneGroupWithoutAHealthyTargetIsEnough() {
    TargetGroupConfig first = group("arn:one", Stream.concat(targets(A, 0, 1), targets(B, 1, 1)));
    TargetGroupConfig second = group("arn:two", Stream.concat(targets(A, 2, 1), targets(B, 3, 1)));
    Map<String, TargetGroupConfig> both = new HashMap<>();
    both.put("arn:one", first);
    both.put("arn:two", second);
    config = new Config(1, GroupConfigs.config(NODES).balancers(), both);
    groups.update(config);
    heal(0, 3);
    assertThat(zonesInService()).containsExactly(A);

    heal(3, 1);

    assertThat(zonesInService()).containsExactly(A, B);
  }

  @Test
  void aChangeOfTheThresholdCountsAtOnce() {
    use(Map.of(CROSS_ZONE, "false"), Stream.concat(targets(A, 0, 2), targets(B, 2, 2)));
    heal(0, 3);
    assertThat(zonesInService()).containsExactly(A, B);

    use(
        Map.of(CROSS_ZONE, "false", DNS + "count", "2"),
        Stream.concat(targets(A, 0, 2), targets(B, 2, 2)));

    assertThat(zonesInService()).containsExactly(A);
  }

  private void use(Map<String, String> attributes, Stream<TargetConfig> targets) {
    config =
        GroupConfigs.config(
            NODES, GroupConfigs.group(g -> {}, attributes, targets.toArray(TargetConfig[]::new)));
    groups.update(config);
  }

  private static TargetGroupConfig group(String arn, Stream<TargetConfig> targets) {
    return GroupConfigs.group(
        g -> g.targetGroupArn(arn),
        Map.of(CROSS_ZONE, "false"),
        targets.toArray(TargetConfig[]::new));
  }

  private static Stream<TargetConfig> targets(String zone, int first, int count) {
    return IntStream.range(first, first + count)
        .mapToObj(port -> GroupConfigs.target(port, zone, false));
  }

  private void heal(int first, int count) {
    mark(first, count, TargetState.HEALTHY);
  }

  private void fail(int first, int count) {
    mark(first, count, TargetState.UNHEALTHY);
  }

  private void mark(int first, int count, TargetState state) {
    for (TargetGroupConfig group : config.targetGroups().values()) {
      for (NodeTargets node : groups.group(group.arn()).nodes()) {
        for (TargetConfig each : group.targets()) {
          int port = each.resource().port();
          if (port >= first && port < first + count) {
            node.state(node.target(each), state);
          }
        }
      }
    }
  }

  private BalancerConfig balancer() {
    return config.balancers().get("arn:balancer");
  }

  private List<String> zonesInService() {
    return balancer().inService(groups).stream().map(Node::zone).toList();
  }

  private List<String> unhealthy() {
    return NODES.stream()
        .filter(node -> !groups.isHealthy(balancer(), node))
        .map(Node::zone)
        .toList();
  }

  private int eligible(String zone) {
    return groups.group(GroupConfigs.ARN).node(zone).orElseThrow().eligible().size();
  }
}
