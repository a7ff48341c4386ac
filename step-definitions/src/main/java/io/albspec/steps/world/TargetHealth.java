package io.albspec.steps.world;

import io.albspec.steps.api.Answer.Result;
import io.albspec.steps.api.Members;
import io.albspec.steps.clock.Budget;
import io.albspec.steps.clock.Budgets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The health of targets as DescribeTargetHealth shows it. */
public final class TargetHealth {

  private static final Set<String> READY = Set.of("healthy", "unused", "draining");
  private static final Duration MARGIN = Duration.ofSeconds(5);
  private static final String LIST = "TargetHealthDescriptions";

  private final Sut sut;
  private final Calls calls;
  private final Groups groups;
  private final Fleet fleet;
  private final Resources resources;
  private final PortTargets ports;
  private final Set<String> touched = new HashSet<>();

  /**
   * What is shown of one target.
   *
   * @param state such as {@code unhealthy}
   * @param reason code, empty if there is none
   * @param description for people, empty if there is none
   */
  public record Shown(String state, String reason, String description) {}

  /** The health of the targets of these groups. */
  public TargetHealth(
      Sut sut, Calls calls, Groups groups, Fleet fleet, Resources resources, PortTargets ports) {
    this.sut = sut;
    this.calls = calls;
    this.groups = groups;
    this.fleet = fleet;
    this.resources = resources;
    this.ports = ports;
  }

  /** Notes that a scenario has to do with the health checks of a target: nobody waits for it. */
  public void touch(String target) {
    touched.add(target);
  }

  /** What is shown of a target: in that group, or else in one it is registered with. */
  public Shown of(String target, Optional<String> group) {
    if (ports.question(target).isPresent()) {
      return shown(
          calls.require("DescribeTargetHealth", ports.question(target).get()), LIST + "[1].");
    }
    List<String> arns = group.map(name -> List.of(groups.arn(name))).orElseGet(() -> arns(target));
    return arns.stream()
        .flatMap(arn -> listed(arn, target).stream())
        .findFirst()
        .orElseGet(() -> named(arns.get(0), target));
  }

  private List<String> arns(String target) {
    List<String> named = groups.of(target).stream().map(Group::arn).toList();
    return named.isEmpty() ? resources.groups() : named;
  }

  /** Looks for a target among all of a group; one that has two ports is meant with its first. */
  private Optional<Shown> listed(String arn, String target) {
    FleetMember member = fleet.member(target);
    Result all = calls.require("DescribeTargetHealth", Groups.member(arn));
    return Stream.of(member.port(), member.otherPort())
        .flatMap(
            port ->
                all.each(LIST)
                    .filter(entry -> groups.ids(target).contains(entry.text("Target.Id")))
                    .filter(entry -> entry.text("Target.Port").equals(port.toString())))
        .findFirst()
        .map(entry -> shown(entry, ""));
  }

  /** Asks for a target that is not listed, so that the answer says why. */
  private Shown named(String arn, String target) {
    Members members = groups.targets(target, Groups.member(arn));
    return shown(calls.require("DescribeTargetHealth", members), LIST + "[1].");
  }

  private static Shown shown(Result answer, String entry) {
    String health = entry + "TargetHealth.";
    return new Shown(
        answer.at(health + "State").orElse("(absent)"),
        answer.at(health + "Reason").orElse(""),
        answer.at(health + "Description").orElse(""));
  }

  /** Waits until what is shown of a target is as it should be, and says what it is then. */
  public Shown becomes(String target, Optional<String> group, Predicate<Shown> wanted) {
    List<Shown> seen = new ArrayList<>();
    sut.await()
        .happens(
            change(target),
            () -> {
              seen.add(of(target, group));
              return wanted.test(seen.get(seen.size() - 1));
            });
    return seen.get(seen.size() - 1);
  }

  private Budget change(String target) {
    Duration longest =
        groups.of(target).stream()
            .map(Group::healthChange)
            .max(Duration::compareTo)
            .orElse(Group.DEFAULT_HEALTH_CHANGE);
    return Budgets.HEALTH.lasting(longest.plus(MARGIN));
  }

  /** The targets in use that are not healthy, those aside whose health checks were touched. */
  public List<String> unready() {
    List<String> unready = new ArrayList<>();
    for (Group group : groups.all()) {
      for (String target : group.targets()) {
        if (!touched.contains(target)) {
          Shown shown = of(target, Optional.of(group.name()));
          if (!READY.contains(shown.state())) {
            unready.add(target + " " + shown);
          }
        }
      }
    }
    for (String target : ports.all()) {
      String state = touched.contains(target) ? "" : of(target, Optional.empty()).state();
      if (!state.isEmpty() && !READY.contains(state)) {
        unready.add(target + " " + state);
      }
    }
    return unready;
  }

  /** How long a change of health may take in the slowest group. */
  public Duration slowestChange() {
    return groups.all().stream()
        .map(Group::healthChange)
        .max(Duration::compareTo)
        .orElse(Duration.ZERO)
        .plus(MARGIN);
  }
}
