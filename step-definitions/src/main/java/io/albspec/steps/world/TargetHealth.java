package io.albspec.steps.world;

import io.albspec.steps.api.Answer.Result;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The health of targets as DescribeTargetHealth shows it. */
public final class TargetHealth {

  private static final Set<String> READY = Set.of("healthy", "unused", "draining");
  private static final Duration MARGIN = Duration.ofSeconds(5);

  private final Calls calls;
  private final Groups groups;
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
  public TargetHealth(Calls calls, Groups groups) {
    this.calls = calls;
    this.groups = groups;
  }

  /** Notes that a scenario has to do with the health checks of a target: nobody waits for it. */
  public void touch(String target) {
    touched.add(target);
  }

  /** What is shown of a target in a group. */
  public Shown of(Group group, String target) {
    Result answer =
        calls.require(
            "DescribeTargetHealth",
            groups.targets(group, target, groups.arn(group)));
    String shown = "TargetHealthDescriptions[1].TargetHealth.";
    return new Shown(
        answer.at(shown + "State").orElse("(absent)"),
        answer.at(shown + "Reason").orElse(""),
        answer.at(shown + "Description").orElse(""));
  }

  /** The targets in use that are not healthy, those aside whose health checks were touched. */
  public List<String> unready() {
    List<String> unready = new ArrayList<>();
    for (Group group : groups.all()) {
      for (String target : group.targets()) {
        if (!touched.contains(target)) {
          Shown shown = of(group, target);
          Stream.of(shown)
              .filter(each -> !READY.contains(each.state()))
              .forEach(each -> unready.add(target + " " + each));
        }
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
