package io.albspec.reports.verdict;

import io.albspec.reports.evidence.Attempt;
import io.albspec.reports.evidence.Place;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A scenario and its verdict.
 *
 * @param place where it stands
 * @param name with the values of its row
 * @param requirements ids it shows
 * @param verdict over all attempts
 * @param reason for people, may have many lines; empty if all is well
 * @param took all attempts together
 * @param stumbled the last attempt that did not pass, if there is one
 */
public record ScenarioResult(
    Place place,
    String name,
    List<String> requirements,
    Verdict verdict,
    String reason,
    Duration took,
    Optional<Attempt> stumbled) {

  /** Copies the list. */
  public ScenarioResult {
    requirements = List.copyOf(requirements);
  }

  /** Names it within a page: letters, digits and hyphens. */
  public String anchor() {
    String path = place.path().replaceFirst("^alb/", "").replaceFirst("\\.feature$", "");
    return "%s-%d-%d".formatted(path.replaceAll("[^A-Za-z0-9]+", "-"), place.line(), place.row());
  }

  /** The first line of the reason that says something. */
  public String firstLine() {
    return reason.lines().map(String::strip).filter(l -> !l.isEmpty()).findFirst().orElse("");
  }
}
