package io.albspec.reports.evidence;

import java.util.List;

/**
 * One scenario, or one row of an outline, as it ran.
 *
 * @param place where it stands
 * @param name with the values of its row
 * @param tags its own and those it inherits, each with its at sign
 * @param attempts the first one and any repetition; never empty
 */
public record ScenarioRun(Place place, String name, List<String> tags, List<Attempt> attempts) {

  /** Copies the lists. */
  public ScenarioRun {
    tags = List.copyOf(tags);
    attempts = List.copyOf(attempts);
  }
}
