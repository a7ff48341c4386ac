package io.albspec.steps.world;

import io.albspec.steps.clock.Budgets;
import io.albspec.steps.world.FleetMember.HealthCheck;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The health checks that targets get, waited for. */
public final class HealthChecks {

  private static final Duration MARGIN = Duration.ofSeconds(5);
  private static final Duration DEFAULT_INTERVAL = Duration.ofSeconds(30);

  private final Sut sut;
  private final Groups groups;

  /** Those of these groups. */
  public HealthChecks(Sut sut, Groups groups) {
    this.sut = sut;
    this.groups = groups;
  }

  /** Lets time pass until so many more checks of a target have begun and ended. */
  public boolean more(FleetMember target, int count) {
    int wanted = target.healthChecks().size() + count;
    Duration patience = interval(target).multipliedBy(count + 2L).plus(MARGIN);
    boolean came =
        sut.await().happens(Budgets.HEALTH.lasting(patience), () -> haveEnded(target, wanted));
    sut.await().stays(Budgets.DIGESTED, () -> true);
    return came;
  }

  private static boolean haveEnded(FleetMember target, int count) {
    List<HealthCheck> checks = target.healthChecks();
    return checks.size() >= count && target.isOver(checks.get(count - 1).request());
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
    Map<InetAddress, List<HealthCheck>> byNode =
        target.healthChecks().stream()
            .collect(
                Collectors.groupingBy(check -> check.request().origin().client().getAddress()));
    List<HealthCheck> most =
        byNode.values().stream().max(Comparator.comparingInt(List::size)).orElse(List.of());
    return most.subList(Math.max(0, most.size() - 3), most.size());
  }

  /** Whether the head of the newest check has no bare CR or LF and ends in an empty line. */
  public boolean hasCleanLines(FleetMember target) {
    String head = newest(target).request().headText();
    return head.endsWith("\r\n\r\n") && head.replace("\r\n", "").matches("[^\r\n]*");
  }
}
