package io.albspec.reports.verdict;

import io.albspec.reports.evidence.Attempt;
import io.albspec.reports.evidence.Exhibit;
import io.albspec.reports.evidence.StepRun;
import io.albspec.reports.evidence.StepRun.Position;
import io.albspec.reports.evidence.StepRun.Thrown;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The verdict on one attempt: its first step that did not pass decides. */
final class Judge {

  private static final String HARNESS = "io.albspec.steps.";
  private static final String UNSUPPORTED = HARNESS + "verdict.UnsupportedException";

  /** What the harness throws when the fault is the run's own. */
  private static final Set<String> FAULTS =
      Set.of(HARNESS + "verdict.SetupException", HARNESS + "clock.StuckException");

  /** Subclasses of AssertionError, which evidence knows only by name. */
  private static final Set<String> ASSERTIONS =
      Set.of(
          "java.lang.AssertionError",
          "org.opentest4j.AssertionFailedError",
          "org.opentest4j.MultipleFailuresError",
          "org.assertj.core.error.AssertJMultipleFailuresError",
          "org.assertj.core.error.MultipleAssertionsError");

  private Judge() {}

  static Judgement judge(Attempt attempt) {
    return attempt
        .stumble()
        .map(step -> judge(attempt, step))
        .orElseGet(
            () ->
                attempt.finished()
                    ? new Judgement(Verdict.PASSED, "")
                    : new Judgement(Verdict.ERROR, "The run ended in the middle of it."));
  }

  private static Judgement judge(Attempt attempt, StepRun step) {
    return switch (step.status()) {
      case FAILED -> new Judgement(failed(step), message(step, "It failed without a message."));
      case SKIPPED -> skipped(attempt, step);
      default ->
          new Judgement(
              Verdict.ERROR,
              "The step is %s: %s"
                  .formatted(step.status().name().toLowerCase(Locale.ROOT), step.text()));
    };
  }

  private static Verdict failed(StepRun step) {
    String type = step.thrown().map(Thrown::type).orElse("");
    boolean judged =
        switch (step.position()) {
          case THEN -> !FAULTS.contains(type);
          case WHEN -> ASSERTIONS.contains(type);
          case BEFORE, GIVEN, AFTER -> false;
        };
    return judged ? Verdict.FAILED : Verdict.ERROR;
  }

  private static Judgement skipped(Attempt attempt, StepRun step) {
    if (step.thrown().map(Thrown::type).filter(UNSUPPORTED::equals).isEmpty()) {
      String reason = message(step, "It was skipped without a reason.");
      return new Judgement(Verdict.NOT_RUN, without("not run, ", reason));
    }
    Optional<String> attached =
        attempt.exhibits().stream()
            .filter(exhibit -> exhibit.kind() == Exhibit.Kind.UNSUPPORTED)
            .map(Exhibit::body)
            .findFirst();
    String reason = without("unsupported: ", message(step, "The driver gives no reason."));
    return new Judgement(Verdict.UNSUPPORTED, attached.map(String::strip).orElse(reason));
  }

  /** The verdict stands beside the reason already. */
  private static String without(String prefix, String reason) {
    return reason.startsWith(prefix) ? reason.substring(prefix.length()) : reason;
  }

  private static String message(StepRun step, String otherwise) {
    String message = step.thrown().map(thrown -> message(step, thrown)).orElse("").strip();
    return message.isEmpty() ? otherwise : message;
  }

  private static String message(StepRun step, Thrown thrown) {
    boolean telling = step.position() == Position.THEN || ASSERTIONS.contains(thrown.type());
    boolean plain = telling || step.status() == StepRun.Status.SKIPPED;
    return plain && !thrown.message().isBlank()
        ? thrown.message()
        : thrown.type().replaceFirst("^.*[.$]", "") + ": " + thrown.message().strip();
  }
}
