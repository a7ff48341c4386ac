package io.albspec.reports;

import io.cucumber.messages.types.TestStepResult;
import io.cucumber.messages.types.TestStepResultStatus;
import java.util.ArrayList;
import java.util.List;

/**
 * How an attempt at a scenario ends.
 *
 * @param step that decides: 0 is the hook before, 1 the first step; negative if all pass
 */
record Ending(int step, TestStepResult result, List<Attached> attachments, boolean cutOff) {

  static final String ASSERTION = "org.opentest4j.AssertionFailedError";
  static final String UNSUPPORTED = "io.albspec.steps.verdict.UnsupportedException";
  static final String NOT_RUN = "io.albspec.steps.verdict.NotRunException";

  record Attached(String mediaType, String title, String body, boolean base64) {}

  static Ending passed() {
    return new Ending(-1, Recording.result(TestStepResultStatus.PASSED), List.of(), false);
  }

  static Ending failed(int step, String type, String message) {
    return new Ending(
        step, Recording.result(TestStepResultStatus.FAILED, type, message), List.of(), false);
  }

  static Ending skipped(int step, String type, String message) {
    return new Ending(
        step, Recording.result(TestStepResultStatus.SKIPPED, type, message), List.of(), false);
  }

  static Ending undefined(int step) {
    return new Ending(step, Recording.result(TestStepResultStatus.UNDEFINED), List.of(), false);
  }

  Ending attaching(String mediaType, String title, String body) {
    return with(new Attached(mediaType, title, body, false));
  }

  Ending attachingBase64(String mediaType, String title, String body) {
    return with(new Attached(mediaType, title, body, true));
  }

  private Ending with(Attached attached) {
    List<Attached> all = new ArrayList<>(attachments);
    all.add(attached);
    return new Ending(step, result, List.copyOf(all), cutOff);
  }

  Ending cutShort() {
    return new Ending(step, result, attachments, true);
  }
}
