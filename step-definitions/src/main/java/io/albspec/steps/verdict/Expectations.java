package io.albspec.steps.verdict;

import io.albspec.steps.clock.StuckException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.opentest4j.TestAbortedException;

/** The one place where a scenario asserts, so that one that never does is noticed. */
public final class Expectations {

  private int checked;

  /**
   * Checks something; an assertion that fails is the verdict.
   *
   * @throws SetupException if it cannot be checked at all
   */
  public void check(ThrowingCallable assertion) {
    checked++;
    try {
      assertion.call();
    } catch (AssertionError | SetupException | StuckException | TestAbortedException known) {
      throw known;
    } catch (Throwable fault) {
      throw new SetupException("it could not be checked: " + fault, fault);
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
