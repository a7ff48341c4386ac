package io.albspec.steps.verdict;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** The one place where a scenario asserts, so that one that never does is noticed. */
public final class Expectations {

  private int checked;

  /** Checks something; what it throws is the verdict. */
  public void check(ThrowingCallable assertion) {
    checked++;
    try {
      assertion.call();
    } catch (RuntimeException | Error failure) {
      throw failure;
    } catch (Throwable failure) {
      throw new IllegalStateException("an assertion threw a checked exception", failure);
    }
  }

  /**
   * Ends a scenario that has passed.
   *
   * @throws AssertionError if it has checked nothing
   */
  public void requireSome() {
    if (checked == 0) {
      throw new AssertionError("passed without asserting");
    }
  }
}
