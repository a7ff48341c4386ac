package io.albspec.reports;

import io.cucumber.gherkin.GherkinParser;
import io.cucumber.messages.MessageToNdjsonWriter;
import io.cucumber.messages.ndjson.Serializer;
import io.cucumber.messages.types.Attachment;
import io.cucumber.messages.types.AttachmentContentEncoding;
import io.cucumber.messages.types.Duration;
import io.cucumber.messages.types.Envelope;
import io.cucumber.messages.types.Exception;
import io.cucumber.messages.types.Pickle;
import io.cucumber.messages.types.TestCase;
import io.cucumber.messages.types.TestCaseFinished;
import io.cucumber.messages.types.TestCaseStarted;
import io.cucumber.messages.types.TestStep;
import io.cucumber.messages.types.TestStepFinished;
import io.cucumber.messages.types.TestStepResult;
import io.cucumber.messages.types.TestStepResultStatus;
import io.cucumber.messages.types.Timestamp;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Evidence as Cucumber would have written it, of scenarios that never ran. */
final class Recording {

  private static final long START = 1_772_359_200L;

  private final AtomicInteger ids = new AtomicInteger();
  private final List<Envelope> envelopes = new ArrayList<>();
  private final List<Pickle> waiting = new ArrayList<>();
  private long millis;

  /** Parses a feature; its scenarios wait to be played. */
  Recording feature(String path, String text) {
    GherkinParser.builder()
        .idGenerator(this::id)
        .includeSource(false)
        .build()
        .parse("classpath:" + path, text.getBytes(StandardCharsets.UTF_8))
        .forEach(
            envelope -> {
              envelopes.add(envelope);
              envelope.getPickle().ifPresent(waiting::add);
            });
    return this;
  }

  /** Plays the first waiting scenario whose name begins so; several endings are attempts. */
  Recording play(String name, Ending... endings) {
    Pickle pickle =
        waiting.stream().filter(each -> each.getName().startsWith(name)).findFirst().orElseThrow();
    waiting.remove(pickle);
    play(pickle, endings);
    return this;
  }

  /** Plays all that wait. */
  Recording playRest(Ending ending) {
    List.copyOf(waiting).forEach(pickle -> play(pickle, ending));
    waiting.clear();
    return this;
  }

  private void play(Pickle pickle, Ending... endings) {
    List<TestStep> steps = new ArrayList<>();
    steps.add(hook());
    pickle
        .getSteps()
        .forEach(step -> steps.add(new TestStep(null, id(), step.getId(), List.of(), List.of())));
    steps.add(hook());
    TestCase testCase = new TestCase(id(), pickle.getId(), steps, null);
    envelopes.add(Envelope.of(testCase));
    for (int attempt = 0; attempt < endings.length; attempt++) {
      boolean again = attempt + 1 < endings.length;
      play(new Attempt(id(), attempt, again), testCase, endings[attempt]);
    }
  }

  private TestStep hook() {
    return new TestStep("hook", id(), null, List.of(), List.of());
  }

  private record Attempt(String id, long number, boolean again) {}

  private void play(Attempt attempt, TestCase testCase, Ending ending) {
    envelopes.add(
        Envelope.of(
            new TestCaseStarted(attempt.number(), attempt.id(), testCase.getId(), null, tick(1))));
    List<TestStep> steps = testCase.getTestSteps();
    int decisive = ending.step() < 0 ? steps.size() : Math.min(ending.step(), steps.size() - 1);
    ending.attachments().forEach(each -> envelopes.add(attached(each, attempt.id())));
    for (int i = 0; i < steps.size(); i++) {
      boolean after = i > decisive && i < steps.size() - 1;
      TestStepResult result =
          i == decisive
              ? ending.result()
              : result(after ? TestStepResultStatus.SKIPPED : TestStepResultStatus.PASSED);
      envelopes.add(
          Envelope.of(new TestStepFinished(attempt.id(), steps.get(i).getId(), result, tick(17))));
    }
    if (!ending.cutOff()) {
      envelopes.add(Envelope.of(new TestCaseFinished(attempt.id(), tick(1), attempt.again())));
    }
  }

  private Envelope attached(Ending.Attached attached, String attempt) {
    return Envelope.of(
        new Attachment(
            attached.body(),
            attached.base64()
                ? AttachmentContentEncoding.BASE64
                : AttachmentContentEncoding.IDENTITY,
            attached.title(),
            attached.mediaType(),
            null,
            attempt,
            null,
            null,
            null,
            null,
            null));
  }

  static TestStepResult result(TestStepResultStatus status) {
    return new TestStepResult(new Duration(0L, 0L), null, status, null);
  }

  static TestStepResult result(TestStepResultStatus status, String type, String message) {
    Exception exception = new Exception(type, message, type + ": " + message);
    return new TestStepResult(new Duration(0L, 0L), message, status, exception);
  }

  /** Writes messages.ndjson and run.json. */
  Recording writeTo(Path folder, String catalogue, String filter) throws IOException {
    try (OutputStream out = Files.newOutputStream(folder.resolve("messages.ndjson"));
        MessageToNdjsonWriter writer = new MessageToNdjsonWriter(out, new Serializer())) {
      for (Envelope envelope : envelopes) {
        writer.write(envelope);
      }
    }
    Files.writeString(
        folder.resolve("run.json"),
        """
        {"schema":"albspec/run/1",
         "system":{"vendor":"haproxy","product":"HAProxy","version":"3.0.10","driver":"haproxy/1"},
         "environment":{"java":"17.0.15","os":"Linux 6.8 amd64","cpus":2,"time":"settable","parallelism":32},
         "catalogue":{"sha256":"%s","requirements":7},
         "started":"2026-03-01T10:00:00Z","finished":"2026-03-01T10:01:23.500Z",
         "filter":"%s","command":"./albspec certify --against haproxy"}
        """
            .formatted(catalogue, filter));
    return this;
  }

  private Timestamp tick(int milliseconds) {
    millis += milliseconds;
    return new Timestamp(START + millis / 1000, millis % 1000 * 1_000_000);
  }

  private String id() {
    return String.valueOf(ids.incrementAndGet());
  }
}
