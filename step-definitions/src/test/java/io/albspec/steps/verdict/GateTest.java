package io.albspec.steps.verdict;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.opentest4j.TestAbortedException;

class GateTest {

  private static final Lack NO_CLI = new Lack.OfEnvironment("no aws");
  private static final Lack NO_LOGS = new Lack.OfSystem("it writes none");

  private final Gate gate =
      new Gate(
          ability -> ability.equals("aws-cli") ? Optional.of(NO_CLI) : Optional.empty(),
          GateTest::withoutLogs);

  @Test
  void aScenarioThatNeedsNothingPasses() {
    assertThatCode(() -> gate.check(List.of("@core", "@req:LB-HOST-001")))
        .doesNotThrowAnyException();
  }

  @Test
  void whatTheEnvironmentLacksIsNotRun() {
    assertThatThrownBy(() -> gate.check(List.of("@needs:aws-cli")))
        .isInstanceOf(NotRunException.class)
        .isInstanceOf(TestAbortedException.class)
        .hasMessageContaining("aws-cli")
        .hasMessageContaining("no aws");
  }

  @Test
  void whatTheSystemLacksIsUnsupported() {
    assertThatThrownBy(() -> gate.check(List.of("@needs:access-log")))
        .isInstanceOf(UnsupportedException.class)
        .isInstanceOf(TestAbortedException.class)
        .hasMessageContaining("it writes none");
  }

  @Test
  void theEnvironmentIsAskedFirst() {
    assertThatThrownBy(() -> gate.check(List.of("@needs:aws-cli", "@needs:access-log")))
        .isInstanceOf(NotRunException.class);
  }

  @Test
  void virtualTimeIsAskedForAsAClock() {
    assertThatThrownBy(() -> gate.check(List.of("@time:virtual")))
        .isInstanceOf(NotRunException.class)
        .hasMessageContaining("clock");
  }

  private static Optional<Lack> withoutLogs(String ability) {
    return switch (ability) {
      case "access-log" -> Optional.of(NO_LOGS);
      case "clock" -> Optional.of(new Lack.OfEnvironment("its time passes by itself"));
      default -> Optional.empty();
    };
  }
}
