package io.albspec.steps.world;

import io.albspec.steps.clock.Budgets;
import io.albspec.steps.world.FleetMember.HealthCheck;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The health checks that targets get, waited for. */
public final class HealthChecks {

  private static final String CROSS_ZONE = "load_balancing.cross_zone.enabled";
  private static final Duration MARGIN = Duration.ofSeconds(5);
  private static final Duration DEFAULT_INTERVAL = Duration.ofSeconds(30);

  private final Sut sut;
  private final Groups groups;
  private final Nodes nodes;

  /** Those of these groups, from these nodes. */
  public HealthChecks(Sut sut, Groups groups, Nodes nodes) {
    this.sut = sut;
    this.groups = groups;
    this.nodes = nodes;
  }

  /** Lets time pass until each node that checks a target has begun and ended so many more. */
  public boolean more(FleetMember target, int count) {
    Map<InetAddress, List<HealthCheck>> before = byNode(target);
    int nodes = Math.max(before.size(), nodes(target));
    Duration patience = interval(target).multipliedBy(count + 2L).plus(MARGIN);
    boolean came =
        sut.await()
            .happens(
                Budgets.HEALTH.lasting(patience), () -> haveEnded(target, nodes, before, count));
    sut.await().stays(Budgets.DIGESTED, () -> true);
    return came;
  }

  private static boolean haveEnded(
      FleetMember target, int nodes, Map<InetAddress, List<HealthCheck>> before, int count) {
    Map<InetAddress, List<HealthCheck>> now = byNode(target);
    return now.size() >= nodes
        && now.entrySet().stream()
            .allMatch(
                node -> {
                  int wanted = before.getOrDefault(node.getKey(), List.of()).size() + count;
                  List<HealthCheck> checks = node.getValue();
                  return checks.size() >= wanted && target.isOver(checks.get(wanted - 1).request());
                });
  }

  private static Map<InetAddress, List<HealthCheck>> byNode(FleetMember target) {
    return target.healthChecks().stream()
        .collect(Collectors.groupingBy(check -> check.request().origin().client().getAddress()));
  }

  private int nodes(FleetMember target) {
    return sut.driver().nodesCheckHealth()
        ? groups.of(target.name()).stream().mapToInt(this::nodes).max().orElse(1)
        : 1;
  }

  /** How many nodes check each target of a group: without cross-zone, those of its zone only. */
  private int nodes(Group group) {
    boolean crossZone =
        groups.attribute(group.name(), CROSS_ZONE).filter("false"::equals).isEmpty();
    return crossZone
        ? groups.balancer(group.name()).map(nodes::of).orElse(List.of()).stream()
            .collect(Collectors.toSet())
            .size()
        : 1;
  }

  /** The addresses that checks of a target have come from. */
  public Set<InetAddress> nodesSeen(FleetMember target) {
    return byNode(target).keySet();
  }

  /** Whether none comes for two intervals. */
  public boolean noneComes(FleetMember target) {
    int before = target.healthChecks().size();
    sut.await().pass(interval(target).multipliedBy(2));
    return target.healthChecks().size() == before;
  }

  private Duration interval(FleetMember target) {
    return groups.of(target.name()).stream()
        .map(Group::interval)
        .max(Duration::compareTo)
        .orElse(DEFAULT_INTERVAL);
  }

  /**
   * The newest check of a target.
   *
   * @throws AssertionError if none has come
   */
  public HealthCheck newest(FleetMember target) {
    List<HealthCheck> all = target.healthChecks();
    if (all.isEmpty()) {
      throw new AssertionError(target.name() + " has received no health check");
    }
    return all.get(all.size() - 1);
  }

  /** The last three checks from the node that has sent the most. */
  public List<HealthCheck> lastThree(FleetMember target) {
    List<HealthCheck> most =
        byNode(target).values().stream().max(Comparator.comparingInt(List::size)).orElse(List.of());
    return most.subList(Math.max(0, most.size() - 3), most.size());
  }

  /** Whether the head of the newest check has no bare CR or LF and ends in an empty line. */
  public boolean hasCleanLines(FleetMember target) {
    String head = newest(target).request().headText();
    return head.endsWith("\r\n\r\n") && head.replace("\r\n", "").matches("[^\r\n]*");
  }
}
