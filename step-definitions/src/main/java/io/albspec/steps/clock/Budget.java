package io.albspec.steps.clock;

import java.time.Duration;

/**
 * How long to wait for something, under a name that a report can show.
 *
 * @param name what is waited for
 * @param sentence why this long
 * @param real real time, which passes first, while a clock that is advanced by hand stands still
 * @param guide guide time, which passes then
 */
public record Budget(String name, String sentence, Duration real, Duration guide) {

  /** The same wait, as long as the settings of a scenario need. */
  public Budget lasting(Duration needed) {
    return new Budget(name, sentence, real, needed);
  }

  @Override
  public String toString() {
    return "%s (%s ms, then %s s of guide time)"
        .formatted(name, real.toMillis(), guide.toMillis() / 1000.0);
  }
}
