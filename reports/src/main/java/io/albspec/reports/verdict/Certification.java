package io.albspec.reports.verdict;

import io.albspec.reports.evidence.Run;
import java.util.List;

/** What a run as a whole says of a system. */
public enum Certification {
  CERTIFIED("certified"),
  NOT_CERTIFIED("not certified"),
  PARTIAL("partial");

  private final String text;

  Certification(String text) {
    this.text = text;
  }

  /** As certificates and people write it. */
  public String text() {
    return text;
  }

  /**
   * Judges a run. A run that left scenarios out is partial whatever came out of the others; so is
   * one where nothing blocks but core requirements that were not run.
   */
  static Certification of(Run run, List<RequirementResult> requirements) {
    if (run.filtered()) {
      return PARTIAL;
    }
    List<RequirementResult> blocking =
        requirements.stream().filter(RequirementResult::blocks).toList();
    if (blocking.isEmpty()) {
      return CERTIFIED;
    }
    return blocking.stream().allMatch(result -> result.verdict() == Verdict.NOT_RUN)
        ? PARTIAL
        : NOT_CERTIFIED;
  }
}
