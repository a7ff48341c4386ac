package io.albspec.reports.verdict;

import java.util.Locale;

/** What can come out of a scenario and so of a requirement, from best to worst. */
public enum Verdict {
  PASSED("passed", "Passed", "Every check held.", false, false),
  OBSERVED("observed", "Observed", "A value was recorded; the guide demands none.", false, false),
  WAIVED("waived", "Waived", "An accepted challenge stands against the check.", false, false),
  WARNED("warned", "Warned", "It deviates where a deviation is allowed.", false, false),
  UNSUPPORTED(
      "unsupported", "Unsupported", "The system has no means for what is asked.", true, false),
  NOT_RUN("notRun", "Not run", "The environment or the selection left it out.", true, false),
  UNSTABLE("unstable", "Unstable", "It passed only when repeated.", true, true),
  ERROR("error", "Error", "It could not be set up or brought to its end.", true, true),
  FAILED("failed", "Failed", "The system did not do what the guide demands.", true, false);

  private final String key;
  private final String text;
  private final String sentence;
  private final boolean blocksCore;
  private final boolean blocksExtended;

  Verdict(String key, String text, String sentence, boolean blocksCore, boolean blocksExtended) {
    this.key = key;
    this.text = text;
    this.sentence = sentence;
    this.blocksCore = blocksCore;
    this.blocksExtended = blocksExtended;
  }

  /** Its name in certificates. */
  public String key() {
    return key;
  }

  /** Its name for people. */
  public String text() {
    return text;
  }

  /** Its name behind a number: {@code 3 in error}. */
  public String counted() {
    return this == ERROR ? "in error" : text.toLowerCase(Locale.ROOT);
  }

  /** What it says, as a sentence. */
  public String sentence() {
    return sentence;
  }

  /** Whether a core requirement with this verdict keeps a system from being certified. */
  public boolean blocksCore() {
    return blocksCore;
  }

  /** Whether an extended requirement with this verdict does so too. */
  public boolean blocksExtended() {
    return blocksExtended;
  }

  /** Whether something is wrong that a person should look at. */
  public boolean needsAttention() {
    return this == FAILED || this == ERROR || this == UNSTABLE || this == WARNED;
  }

  /** The worse of the two. */
  public Verdict or(Verdict other) {
    return compareTo(other) >= 0 ? this : other;
  }
}
