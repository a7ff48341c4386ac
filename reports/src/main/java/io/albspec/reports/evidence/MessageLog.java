package io.albspec.reports.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Puts the scenarios together from messages, which may come from several threads, mixed. */
final class MessageLog {

  /** The kinds of messages it takes. */
  static final Set<String> KINDS =
      Set.of(
          "gherkinDocument",
          "pickle",
          "testCase",
          "testCaseStarted",
          "testStepFinished",
          "attachment",
          "testCaseFinished");

  /** Characters of attachments that are kept in memory. */
  private static final int BUDGET = 16 * 1024 * 1024;

  private final Specs specs = new Specs();
  private final Map<String, PlannedCase> cases = new HashMap<>();
  private final Map<String, RunningAttempt> running = new LinkedHashMap<>();
  private final Map<Place, Pickle> started = new TreeMap<>();
  private final Map<Place, List<Attempt>> ended = new HashMap<>();
  private int kept;

  /**
   * Takes one message.
   *
   * @throws MissingFieldException if it lacks a field or speaks of something unheard of
   */
  void accept(String kind, JsonNode body, int line) {
    switch (kind) {
      case "gherkinDocument" -> specs.document(body);
      case "pickle" -> specs.pickle(body);
      case "testCase" -> plan(body);
      case "testCaseStarted" -> start(body, line);
      case "testStepFinished" -> step(body);
      case "attachment" -> attach(body);
      case "testCaseFinished" -> finish(body);
      default -> throw new IllegalArgumentException("not a kind of message to take: " + kind);
    }
  }

  /** What ran, in the order of the places; what has not ended yet counts as cut off. */
  List<ScenarioRun> scenarios() {
    List<String> cutOff = List.copyOf(running.keySet());
    cutOff.forEach(id -> end(running.remove(id).cutOff()));
    List<ScenarioRun> runs = new ArrayList<>();
    started.forEach(
        (place, pickle) ->
            runs.add(new ScenarioRun(place, pickle.name(), pickle.tags(), ended.get(place))));
    return runs;
  }

  private void plan(JsonNode body) {
    Pickle pickle = specs.pickle(Field.text(body, "pickleId"));
    cases.put(Field.text(body, "id"), PlannedCase.of(pickle, body));
  }

  private void start(JsonNode body, int line) {
    PlannedCase planned = Field.known(cases, Field.text(body, "testCaseId"), "test case");
    started.put(planned.pickle().place(), planned.pickle());
    running.put(Field.text(body, "id"), new RunningAttempt(planned, line, Field.instant(body)));
  }

  private void step(JsonNode body) {
    attempt(body).step(body);
  }

  private void attach(JsonNode body) {
    if (body.hasNonNull("testCaseStartedId")) {
      attempt(body).attach(body);
    }
  }

  private void finish(JsonNode body) {
    RunningAttempt attempt = attempt(body);
    running.remove(Field.text(body, "testCaseStartedId"));
    end(attempt.finished(Field.instant(body)));
  }

  /** If everything fails, the first failures show enough. */
  private void end(EndedAttempt over) {
    Attempt attempt = over.attempt();
    boolean fits = kept + attempt.attached() <= BUDGET;
    kept += fits ? attempt.attached() : 0;
    ended
        .computeIfAbsent(over.place(), place -> new ArrayList<>())
        .add(fits ? attempt : attempt.emptied());
  }

  private RunningAttempt attempt(JsonNode body) {
    return Field.known(running, Field.text(body, "testCaseStartedId"), "running test case");
  }
}
