package io.albspec.reports.evidence;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * What was run, against what and where: the file run.json.
 *
 * @param system the system under test
 * @param environment of the harness, by name ({@code java}, {@code os}, ...), as text
 * @param catalogue SHA-256 of the catalogue the run was judged by
 * @param started when the first scenario could begin
 * @param finished when the last one had ended
 * @param filter the tag expression that selected scenarios; empty if all ran
 * @param command what repeats the run
 */
public record Run(
    TestedSystem system,
    Map<String, String> environment,
    String catalogue,
    Instant started,
    Instant finished,
    String filter,
    String command) {

  /** Copies the map. */
  public Run {
    environment = Map.copyOf(environment);
  }

  /** How long it took. */
  public Duration took() {
    return Duration.between(started, finished);
  }

  /** Whether scenarios were left out on purpose. */
  public boolean filtered() {
    return !filter.isBlank();
  }
}
