package io.albspec.steps.verdict;

import org.opentest4j.TestAbortedException;

/** Why an ability is missing, and whose lack that is. */
public sealed interface Lack {

  /** Why, as a sentence for the report. */
  String reason();

  /** The end of a scenario that needs the ability. */
  TestAbortedException abort(String ability);

  /** The system under test has no such thing. */
  record OfSystem(String reason) implements Lack {
    @Override
    public TestAbortedException abort(String ability) {
      return new UnsupportedException(ability + ": " + reason);
    }
  }

  /** The machine or the access to the system under test does not allow it. */
  record OfEnvironment(String reason) implements Lack {
    @Override
    public TestAbortedException abort(String ability) {
      return new NotRunException(ability, reason);
    }
  }
}
