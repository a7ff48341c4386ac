package io.albspec.proxy.target;

import static io.albspec.proxy.target.GroupConfigs.config;
import static io.albspec.proxy.target.GroupConfigs.draining;
import static io.albspec.proxy.target.GroupConfigs.group;
import static io.albspec.proxy.target.GroupConfigs.target;
import static org.assertj.core.api.Assertions.assertThat;

import io.albspec.proxy.control.Node;
import io.albspec.proxy.control.TargetConfig;
import io.albspec.proxy.control.TargetGroupConfig;
import io.albspec.proxy.exchange.ConnectionInfo;
import io.albspec.proxy.exchange.Exchange;
import io.albspec.proxy.exchange.ReceivedRequest;
import io.albspec.proxy.time.ManualTime;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What nodes of different zones make of the same target group. */
class NodeTargetsTest {

  private static final String A = "us-east-2a";
  private static final String B = "us-east-2b";
  private static final List<Node> NODES = List.of(GroupConfigs.node(A, 1), GroupConfigs.node(B, 2));

  private final TargetGroups groups = new TargetGroups(new ManualTime(Instant.EPOCH));
  private final LiveTargetGroup group = groups.group(GroupConfigs.ARN);

  @Test
  void eachNodeTakesTurnsForItself() {
    groups.update(config(NODES, group(target(1), target(2), target(3))));

    assertThat(choices(A, 2)).containsExactly(1, 2);
    assertThat(choices(B, 2)).containsExactly(1, 2);
    assertThat(choices(A, 2)).containsExactly(3, 1);
  }

  @Test
  void eachNodeGoesByTheHealthThatItSees() {
    groups.update(config(NODES, group(target(1), target(2))));
    mark(A, 1, TargetState.HEALTHY);
    mark(B, 2, TargetState.HEALTHY);

    assertThat(choices(A, 2)).containsOnly(1);
    assertThat(choices(B, 2)).containsOnly(2);
  }

  @Test
  void eachNodeCountsItsOwnRequests() {
    Map<String, String> attributes =
        Map.of("load_balancing.algorithm.type", "least_outstanding_requests");
    groups.update(config(NODES, group(g -> {}, attributes, target(1), target(2))));
    choose(A).requestBegan();

    assertThat(choices(A, 1)).containsExactly(2);
    assertThat(choices(B, 1)).containsExactly(1);
  }

  @Test
  void withoutCrossZoneANodeUsesTheTargetsOfItsZoneOnly() {
    groups.update(config(NODES, zonal(target(1), target(2, B, false), target(3, B, false))));

    assertThat(choices(A, 2)).containsOnly(1);
    assertThat(choices(B, 4)).containsExactly(2, 3, 2, 3);
  }

  @Test
  void withoutCrossZoneANodeOfAnEmptyZoneHasNoTarget() {
    groups.update(config(NODES, zonal(target(1), draining(2))));

    assertThat(choose(B)).isNull();
    assertThat(group.isEmpty()).isFalse();
  }

  @Test
  void aNodeThatIsDisabledGivesItsTargetsUp() {
    groups.update(config(NODES, group(target(1))));
    List<Target> ofB = group.node(B).orElseThrow().serving();

    Collection<Target> gone = groups.update(config(NODES.subList(0, 1), group(target(1))));

    assertThat(gone).containsExactlyElementsOf(ofB);
    assertThat(group.nodes()).extracting(NodeTargets::zone).containsExactly(A);
    assertThat(choices(B, 1)).as("what still comes to it").containsExactly(1);
  }

  private static TargetGroupConfig zonal(TargetConfig... targets) {
    return group(g -> {}, Map.of("load_balancing.cross_zone.enabled", "false"), targets);
  }

  private void mark(String zone, int port, TargetState state) {
    NodeTargets node = group.node(zone).orElseThrow();
    node.state(node.target(target(port)), state);
  }

  private Target choose(String zone) {
    Exchange exchange = ReceivedRequest.get("/");
    InetSocketAddress any = new InetSocketAddress(InetAddress.getLoopbackAddress(), 80);
    exchange.begin(
        new ConnectionInfo(any, any, zone, 1), exchange.settings(), null, Instant.EPOCH, 0);
    return group.choose(exchange);
  }

  private List<Integer> choices(String zone, int count) {
    return IntStream.range(0, count).map(i -> choose(zone).address().getPort()).boxed().toList();
  }
}
