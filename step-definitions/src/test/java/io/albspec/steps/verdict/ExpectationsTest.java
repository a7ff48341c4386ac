package io.albspec.steps.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ExpectationsTest {

  private final Expectations expectations = new Expectations();

  @Test
  void aScenarioThatCheckedNothingFails() {
    assertThatThrownBy(expectations::requireSome)
        .isInstanceOf(AssertionError.class)
        .hasMessage("passed without asserting");
  }

  @Test
  void oneCheckIsEnough() {
    expectations.check(() -> assertThat("a rule").contains("rule"));

    assertThatCode(expectations::requireSome).doesNotThrowAnyException();
  }

  @Test
  void whatACheckThrowsIsNotChanged() {
    AssertionError failure = new AssertionError("1 is not 2");

    assertThatThrownBy(
            () ->
                expectations.check(
                    () -> {
                      throw failure;
                    }))
        .isSameAs(failure);
  }

  @Test
  void whatCannotBeCheckedIsNoVerdict() {
    assertThatThrownBy(
            () ->
                expectations.check(
                    () -> {
                      throw new IllegalStateException("no target is called blue-9");
                    }))
        .isInstanceOf(SetupException.class)
        .hasMessageContaining("blue-9");
  }
}
