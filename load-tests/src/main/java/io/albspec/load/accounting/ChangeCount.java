package io.albspec.load.accounting;

import java.time.Duration;
import java.util.Optional;

/**
 * The changes of the configuration that were made while the traffic went on.
 *
 * @param made how many
 * @param time in which they were made
 * @param median how long one took
 * @param longest how long the longest took
 * @param trouble why no more were made, if one was refused
 */
public record ChangeCount(
    int made, Duration time, Duration median, Duration longest, Optional<String> trouble) {

  private static final int PER_MINUTE = 1000;

  /** Whether there were a thousand a minute, and none was refused. */
  Check check() {
    double minutes = time.toMillis() / 60_000.0;
    double rate = minutes == 0 ? 0 : made / minutes;
    String observed =
        "%d changes, %.0f a minute, median %d ms, at most %d ms%s"
            .formatted(
                made,
                rate,
                median.toMillis(),
                longest.toMillis(),
                trouble.map(text -> "; then " + text).orElse(""));
    return Check.of(
        "the configuration was changed %d times a minute all the while".formatted(PER_MINUTE),
        rate >= PER_MINUTE && trouble.isEmpty(),
        observed);
  }
}
