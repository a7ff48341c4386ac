package io.albspec.steps.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class BudgetsTest {

  @Test
  void everyBudgetHasANameOfItsOwnASentenceAndALimit() {
    List<Budget> budgets =
        Arrays.stream(Budgets.class.getDeclaredFields())
            .filter(field -> Modifier.isPublic(field.getModifiers()))
            .map(BudgetsTest::value)
            .toList();

    assertThat(budgets).hasSizeGreaterThan(5);
    assertThat(budgets).extracting(Budget::name).doesNotHaveDuplicates();
    assertThat(budgets)
        .allSatisfy(budget -> assertThat(budget.sentence()).isNotBlank())
        .allSatisfy(
            budget -> assertThat(budget.real().plus(budget.guide())).isGreaterThan(Duration.ZERO));
  }

  @Test
  void lookingForAbsenceTakesNoGuideTime() {
    assertThat(Budgets.QUIET.guide()).isZero();
    assertThat(Budgets.CLOSED.guide()).isZero();
  }

  private static Budget value(Field field) {
    try {
      return (Budget) field.get(null);
    } catch (IllegalAccessException e) {
      throw new AssertionError(e);
    }
  }
}
