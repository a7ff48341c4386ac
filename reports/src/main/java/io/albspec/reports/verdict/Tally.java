package io.albspec.reports.verdict;

import static java.util.stream.Collectors.joining;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Stream;

/** How often each verdict came out. */
public final class Tally {

  private final Map<Verdict, Integer> counts = new EnumMap<>(Verdict.class);

  private Tally(Stream<Verdict> verdicts) {
    verdicts.forEach(verdict -> counts.merge(verdict, 1, Integer::sum));
  }

  /** Counts the verdicts on requirements. */
  public static Tally of(Collection<RequirementResult> results) {
    return new Tally(results.stream().map(RequirementResult::verdict));
  }

  /** Counts the verdicts on scenarios. */
  public static Tally ofScenarios(Collection<ScenarioResult> results) {
    return new Tally(results.stream().map(ScenarioResult::verdict));
  }

  /** How many had that verdict. */
  public int of(Verdict verdict) {
    return counts.getOrDefault(verdict, 0);
  }

  /** How many there are. */
  public int total() {
    return counts.values().stream().mapToInt(Integer::intValue).sum();
  }

  /** How many there are that nothing is held against. */
  public int good() {
    return total() - of(Verdict.FAILED) - of(Verdict.ERROR) - of(Verdict.UNSTABLE) - missing();
  }

  /** How many were not judged. */
  public int missing() {
    return of(Verdict.NOT_RUN) + of(Verdict.UNSUPPORTED);
  }

  /** The counts in words, the worst verdict first: {@code 1 failed, 12 passed}. */
  public String words() {
    return Arrays.stream(Verdict.values())
        .filter(verdict -> of(verdict) > 0)
        .sorted(Comparator.reverseOrder())
        .map(verdict -> of(verdict) + " " + verdict.counted())
        .collect(joining(", "));
  }

  /**
   * All of them in a word: {@code none} (nothing to judge), {@code failed} (at least one failed,
   * was in error or unstable), {@code passed} (all did), {@code unsupported} (all are) or {@code
   * partial}.
   */
  public String result() {
    if (total() == 0) {
      return "none";
    }
    if (good() + missing() < total()) {
      return "failed";
    }
    if (good() == total()) {
      return "passed";
    }
    return of(Verdict.UNSUPPORTED) == total() ? "unsupported" : "partial";
  }
}
