package io.albspec.features;

/**
 * One step of a scenario.
 *
 * @param line where it stands in its file
 * @param kind what its keyword says; that of the step before for And, But and *
 * @param text without the keyword
 * @param argument its table or doc string as one text, cells separated by tabs; may be empty
 */
public record Step(int line, Kind kind, String text, String argument) {

  /** What a step is for. */
  public enum Kind {
    /** The state of things: Given. */
    CONTEXT,
    /** What happens: When. */
    ACTION,
    /** What must be so: Then. */
    OUTCOME
  }
}
