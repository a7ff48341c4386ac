package io.albspec.load.accounting;

/**
 * One thing that must hold of a run.
 *
 * @param statement what must hold
 * @param result whether it does
 * @param observed what was seen
 */
public record Check(String statement, Result result, String observed) {

  /** Whether a statement holds. */
  public enum Result {
    /** It does. */
    HELD,
    /** It does not. */
    BROKEN,
    /** The evidence for it is not there. */
    NOT_CHECKED
  }

  static Check of(String statement, boolean held, String observed) {
    return new Check(statement, held ? Result.HELD : Result.BROKEN, observed);
  }
}
