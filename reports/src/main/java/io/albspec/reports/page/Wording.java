package io.albspec.reports.page;

import io.albspec.features.Requirement;
import io.albspec.reports.verdict.RequirementResult;
import io.albspec.reports.verdict.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Numbers, times and constants as people read them. */
final class Wording {

  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private Wording() {}

  static String time(Instant instant) {
    return MINUTE.format(instant);
  }

  static String duration(Duration duration) {
    if (duration.toSeconds() >= 60) {
      return "%d min %d s".formatted(duration.toMinutes(), duration.toSecondsPart());
    }
    return duration.toMillis() >= 1000
        ? String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0)
        : duration.toMillis() + " ms";
  }

  static String count(int number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }

  static String lower(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Class name of a verdict's colours. */
  static String style(Verdict verdict) {
    return "v-" + lower(verdict);
  }

  /** Line and section of the guide. */
  static String source(Requirement requirement) {
    return "line " + requirement.line() + ", " + requirement.section();
  }

  /** Class name of a requirement's colours: what does not count has none. */
  static String style(RequirementResult result) {
    return result.inScope() ? style(result.verdict()) : "v-aws-only";
  }
}
