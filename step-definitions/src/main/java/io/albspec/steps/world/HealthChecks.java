package io.albspec.steps.world;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.albspec.steps.clock.Budgets;
import io.albspec.steps.wire.Received;
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
    return sut.await()
        .happens(Budgets.HEALTH.lasting(patience), () -> haveEnded(target, wanted));
  }

  private static boolean haveEnded(FleetMember target, int count) {
    List<Received> checks = target.healthChecks();
    return checks.size() >= count && checks.get(count - 1).connection().isClosedByBalancer();
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
  public Received newest(FleetMember target) {
    List<Received> all = target.healthChecks();
    if (all.isEmpty()) {
      throw new AssertionError(target.name() + " has received no health check");
    }
    return all.get(all.size() - 1);
  }

  /** The last three checks from the node that has sent the most. */
  public List<Received> lastThree(FleetMember target) {
    Map<InetAddress, List<Received>> byNode =
        target.healthChecks().stream()
            .collect(Collectors.groupingBy(check -> check.from().getAddress()));
    List<Received> most =
        byNode.values().stream()
            .max(Comparator.comparingInt(List::size))
            .orElse(List.of());
    return most.subList(Math.max(0, most.size() - 3), most.size());
  }

  /** Whether the head of the newest check has no bare CR or LF and ends in an empty line. */
  public boolean hasCleanLines(FleetMember target) {
    String head = new String(newest(target).head().bytes(), ISO_8859_1);
    return head.endsWith("\r\n\r\n") && head.replace("\r\n", "").matches("[^\r\n]*");
  }
}
