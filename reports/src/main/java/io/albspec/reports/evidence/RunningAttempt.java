package io.albspec.reports.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import io.albspec.reports.evidence.Pickle.PlannedStep;
import io.albspec.reports.evidence.StepRun.Status;
import io.albspec.reports.evidence.StepRun.Thrown;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** An attempt while its messages come in. */
final class RunningAttempt {

  private final PlannedCase planned;
  private final int line;
  private final Instant started;
  private final List<StepRun> steps = new ArrayList<>();
  private final List<Exhibit> exhibits = new ArrayList<>();

  RunningAttempt(PlannedCase planned, int line, Instant started) {
    this.planned = planned;
    this.line = line;
    this.started = started;
  }

  void step(JsonNode finished) {
    PlannedStep step =
        Field.known(planned.steps(), Field.text(finished, "testStepId"), "test step");
    JsonNode result = finished.path("testStepResult");
    steps.add(new StepRun(step.position(), step.text(), status(result), thrown(result)));
  }

  private static Status status(JsonNode result) {
    String status = Field.text(result, "status");
    try {
      return Status.valueOf(status);
    } catch (IllegalArgumentException e) {
      throw new MissingFieldException("has an unknown status: " + status);
    }
  }

  private static Optional<Thrown> thrown(JsonNode result) {
    JsonNode exception = result.path("exception");
    String message = exception.path("message").asText(result.path("message").asText());
    return exception.isObject()
        ? Optional.of(new Thrown(Field.text(exception, "type"), message))
        : Optional.empty();
  }

  void attach(JsonNode attachment) {
    String mediaType = Field.text(attachment, "mediaType");
    if (!Exhibit.shown(mediaType)) {
      return;
    }
    String body = Field.text(attachment, "body");
    if (attachment.path("contentEncoding").asText().equals("BASE64")) {
      body = new String(decoded(attachment), StandardCharsets.UTF_8);
    }
    String title = attachment.path("fileName").asText();
    exhibits.add(Exhibit.of(Exhibit.kind(mediaType), title, body));
  }

  private static byte[] decoded(JsonNode attachment) {
    try {
      return Base64.getDecoder().decode(Field.text(attachment, "body"));
    } catch (IllegalArgumentException e) {
      throw new MissingFieldException("has a body that is not Base64: " + e.getMessage());
    }
  }

  EndedAttempt finished(Instant when) {
    return ended(Duration.between(started, when), true);
  }

  EndedAttempt cutOff() {
    return ended(Duration.ZERO, false);
  }

  private EndedAttempt ended(Duration took, boolean finished) {
    Attempt all = new Attempt(line, took, finished, steps, exhibits);
    Optional<StepRun> stumble = all.stumble();
    Attempt kept = all;
    if (stumble.isPresent() && stumble.get().status() == Status.SKIPPED) {
      kept = all.emptied();
    } else if (stumble.isEmpty() && finished) {
      kept = new Attempt(line, took, true, List.of(), List.of());
    }
    return new EndedAttempt(planned.pickle().place(), kept);
  }
}
