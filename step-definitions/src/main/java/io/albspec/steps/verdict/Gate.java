package io.albspec.steps.verdict;

import java.util.Collection;
import java.util.List;

/** Lets through only scenarios that can be judged here: what they need must be there. */
public final class Gate {

  private static final String NEEDS = "@needs:";
  private static final String TIME = "@time:";

  private final Abilities environment;
  private final Abilities system;

  /** Asks the environment first, then the system under test. */
  public Gate(Abilities environment, Abilities system) {
    this.environment = environment;
    this.system = system;
  }

  /**
   * Ends a scenario with these tags if it cannot be judged.
   *
   * @throws NotRunException if the environment lacks something
   * @throws UnsupportedException if the system under test does
   */
  public void check(Collection<String> tags) {
    for (String ability : needs(tags)) {
      environment.lacks(ability).ifPresent(lack -> stop(ability, lack));
      system.lacks(ability).ifPresent(lack -> stop(ability, lack));
    }
  }

  private static void stop(String ability, Lack lack) {
    throw lack.abort(ability);
  }

  private static List<String> needs(Collection<String> tags) {
    return tags.stream()
        .filter(tag -> tag.startsWith(NEEDS) || tag.equals(TIME + "virtual"))
        .map(tag -> tag.startsWith(NEEDS) ? tag.substring(NEEDS.length()) : "clock")
        .distinct()
        .toList();
  }
}
