package io.albspec.reports.verdict;

import java.util.List;
import java.util.function.Predicate;

/** The result of a run in a sentence. */
public final class Conclusion {

  private Conclusion() {}

  /** Why the run has the result it has. */
  public static String of(Assessment assessment) {
    List<RequirementResult> all = assessment.requirementsInScope();
    Tally core = tally(all, RequirementResult::core);
    Tally extended = tally(all, result -> !result.core());
    return switch (assessment.certification()) {
      case CERTIFIED ->
          "All %d core requirements hold, and %d of %d extended ones."
              .formatted(core.total(), extended.good(), extended.total());
      case NOT_CERTIFIED ->
          "Requirements in the way of a certificate: %s."
              .formatted(tally(all, RequirementResult::blocks).words());
      case PARTIAL ->
          assessment.run().filtered()
              ? "Only a selection was run (%s): %s."
                  .formatted(assessment.run().filter(), tally(all, result -> true).words())
              : "Nothing stands against the system, but %d core requirements were not run."
                  .formatted(core.of(Verdict.NOT_RUN));
    };
  }

  private static Tally tally(List<RequirementResult> all, Predicate<RequirementResult> which) {
    return Tally.of(all.stream().filter(which).toList());
  }
}
