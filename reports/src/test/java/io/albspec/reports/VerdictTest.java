package io.albspec.reports;

import static org.assertj.core.api.Assertions.assertThat;

import io.albspec.reports.verdict.Assessment;
import io.albspec.reports.verdict.Certification;
import io.albspec.reports.verdict.ScenarioResult;
import io.albspec.reports.verdict.Verdict;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class VerdictTest {

  private static final String FAULT = "io.albspec.steps.verdict.SetupException";

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    "0, java.lang.AssertionError, ERROR",
    "1, java.lang.AssertionError, ERROR",
    "2, org.opentest4j.AssertionFailedError, ERROR",
    "3, org.opentest4j.AssertionFailedError, FAILED",
    "3, java.io.IOException, ERROR",
    "4, java.lang.AssertionError, FAILED",
    "4, java.io.IOException, ERROR",
    "5, java.lang.AssertionError, FAILED",
    "5, java.io.IOException, FAILED",
    "5, io.albspec.steps.clock.StuckException, ERROR",
    "6, org.assertj.core.error.AssertJMultipleFailuresError, FAILED",
    "7, java.lang.AssertionError, ERROR"
  })
  void theStepAndWhatItThrowsDecide(int step, String type, Verdict verdict) throws IOException {
    assertThat(first(Ending.failed(step, type, "why")).verdict()).isEqualTo(verdict);
  }

  @Test
  void whatADriverRefusesIsUnsupported() throws IOException {
    ScenarioResult result = first(Ending.skipped(2, Ending.UNSUPPORTED, "unsupported: no such"));

    assertThat(result.verdict()).isEqualTo(Verdict.UNSUPPORTED);
    assertThat(result.reason()).isEqualTo("no such");
  }

  @Test
  void theAttachedReasonOfARefusalIsTheBetterOne() throws IOException {
    Ending ending =
        Ending.skipped(2, Ending.UNSUPPORTED, "unsupported: short")
            .attaching("text/x.albspec.unsupported+plain", "", "long\n");

    assertThat(first(ending).reason()).isEqualTo("long");
  }

  @Test
  void whatIsSkippedForAnotherReasonIsNotRun() throws IOException {
    ScenarioResult lacking = first(Ending.skipped(0, Ending.NOT_RUN, "not run, h2 is missing: x"));
    ScenarioResult aborted =
        first(Ending.skipped(1, "org.opentest4j.TestAbortedException", "assumed wrongly"));

    assertThat(lacking.verdict()).isEqualTo(Verdict.NOT_RUN);
    assertThat(lacking.reason()).isEqualTo("h2 is missing: x");
    assertThat(aborted.verdict()).isEqualTo(Verdict.NOT_RUN);
  }

  @Test
  void anUndefinedStepIsAnError() throws IOException {
    ScenarioResult result = first(Ending.undefined(3));

    assertThat(result.verdict()).isEqualTo(Verdict.ERROR);
    assertThat(result.reason()).isEqualTo("The step is undefined: a client sends a request");
  }

  @Test
  void aScenarioThatNeverEndedIsAnError() throws IOException {
    ScenarioResult result = first(Ending.passed().cutShort());

    assertThat(result.verdict()).isEqualTo(Verdict.ERROR);
    assertThat(result.reason()).isEqualTo("The run ended in the middle of it.");
  }

  @Test
  void whatPassesOnlyWhenRepeatedIsUnstable() throws IOException {
    Ending failed = Ending.failed(5, Ending.ASSERTION, "first time");

    ScenarioResult result = first(failed, Ending.passed());

    assertThat(result.verdict()).isEqualTo(Verdict.UNSTABLE);
    assertThat(result.reason()).isEqualTo("first time");
    assertThat(first(failed, failed).verdict()).isEqualTo(Verdict.FAILED);
  }

  @Test
  void aStatisticalScenarioMayBeRepeated() throws IOException {
    Ending failed = Ending.failed(3, Ending.ASSERTION, "first time");
    Recording recording = SmallSpecification.recording().play("often", failed, Ending.passed());

    assertThat(verdict(assess(recording), "LB-HOST-005")).isEqualTo(Verdict.PASSED);
  }

  @ParameterizedTest
  @CsvSource({"@observed, OBSERVED, WARNED", "@provisional, PASSED, WARNED"})
  void whatIsLenientNeverFails(String tag, Verdict good, Verdict bad) throws IOException {
    String feature = SmallSpecification.FEATURE.replace("@extended @req", tag + " @extended @req");
    Recording recording =
        new Recording()
            .feature(SmallSpecification.PATH, feature)
            .play("upper", Ending.passed())
            .play("often", Ending.failed(3, Ending.ASSERTION, "differs"));

    Assessment assessment = assess(recording);

    assertThat(verdict(assessment, "LB-HOST-004")).isEqualTo(good);
    assertThat(verdict(assessment, "LB-HOST-005")).isEqualTo(bad);
  }

  @Test
  void aRequirementHasTheWorstVerdictOfItsScenarios() throws IOException {
    Recording recording =
        SmallSpecification.recording()
            .play("port 80", Ending.failed(3, Ending.ASSERTION, "no"))
            .playRest(Ending.passed());

    Assessment assessment = assess(recording);

    assertThat(verdict(assessment, "LB-HOST-001")).isEqualTo(Verdict.PASSED);
    assertThat(verdict(assessment, "LB-HOST-002")).isEqualTo(Verdict.FAILED);
    assertThat(verdict(assessment, "LB-HOST-003")).isEqualTo(Verdict.FAILED);
    assertThat(verdict(assessment, "LB-HOST-006")).isEqualTo(Verdict.NOT_RUN);
    assertThat(assessment.certification()).isEqualTo(Certification.NOT_CERTIFIED);
  }

  @Test
  void aRowThatIsMissingIsNotRunAndMakesTheRunPartial() throws IOException {
    Recording recording =
        SmallSpecification.recording()
            .play("the header", Ending.passed())
            .play("port 80", Ending.passed())
            .play("upper", Ending.passed())
            .play("often", Ending.passed());

    Assessment assessment = assess(recording);

    assertThat(assessment.scenarios()).hasSize(5);
    assertThat(verdict(assessment, "LB-HOST-002")).isEqualTo(Verdict.NOT_RUN);
    assertThat(assessment.certification()).isEqualTo(Certification.PARTIAL);
  }

  @Test
  void aRunWithAFilterIsPartialEvenIfAllPassed() throws IOException {
    Recording recording = SmallSpecification.recording().playRest(Ending.passed());

    assertThat(assess(recording).certification()).isEqualTo(Certification.CERTIFIED);
    assertThat(SmallSpecification.assess(recording, folder, "@core").certification())
        .isEqualTo(Certification.PARTIAL);
  }

  @ParameterizedTest
  @CsvSource({
    "upper, 3, org.opentest4j.AssertionFailedError, CERTIFIED",
    "upper, 0, io.albspec.steps.verdict.SetupException, NOT_CERTIFIED",
    "port 80, 3, org.opentest4j.AssertionFailedError, NOT_CERTIFIED"
  })
  void coreMustHoldAndNothingMayBeInError(
      String scenario, int step, String type, Certification certification) throws IOException {
    Recording recording =
        SmallSpecification.recording()
            .play(scenario, Ending.failed(step, type, "no"))
            .playRest(Ending.passed());

    assertThat(assess(recording).certification()).isEqualTo(certification);
  }

  @ParameterizedTest
  @CsvSource({"upper, CERTIFIED", "port 8080, NOT_CERTIFIED"})
  void onlyExtendedRequirementsMayBeUnsupported(String scenario, Certification certification)
      throws IOException {
    Recording recording =
        SmallSpecification.recording()
            .play(scenario, Ending.skipped(0, Ending.UNSUPPORTED, "unsupported: no"))
            .playRest(Ending.passed());

    assertThat(assess(recording).certification()).isEqualTo(certification);
  }

  @ParameterizedTest
  @EnumSource(Verdict.class)
  void whatBlocksExtendedBlocksCoreToo(Verdict verdict) {
    assertThat(!verdict.blocksExtended() || verdict.blocksCore()).isTrue();
    assertThat(verdict.or(Verdict.PASSED)).isEqualTo(verdict);
    assertThat(verdict.or(Verdict.FAILED)).isEqualTo(Verdict.FAILED);
  }

  @Test
  void aFaultOfTheRunIsNamedByItsKind() throws IOException {
    assertThat(first(Ending.failed(1, FAULT, "no port")).reason())
        .isEqualTo("SetupException: no port");
  }

  private ScenarioResult first(Ending... endings) throws IOException {
    Recording recording = SmallSpecification.recording().play("the header is kept", endings);
    return assess(recording.playRest(Ending.passed())).scenarios().get(0);
  }

  private Assessment assess(Recording recording) throws IOException {
    return SmallSpecification.assess(recording, folder);
  }

  private static Verdict verdict(Assessment assessment, String id) {
    return assessment.requirement(id).orElseThrow().verdict();
  }
}
