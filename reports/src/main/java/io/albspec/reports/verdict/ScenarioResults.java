package io.albspec.reports.verdict;

import io.albspec.features.FeatureFile;
import io.albspec.features.Scenario;
import io.albspec.reports.evidence.Attempt;
import io.albspec.reports.evidence.Place;
import io.albspec.reports.evidence.ScenarioRun;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Judges what ran, and adds what should have run. */
final class ScenarioResults {

  private static final String REQUIREMENT = "@req:";

  private final Map<Place, ScenarioResult> results = new TreeMap<>();

  private ScenarioResults() {}

  /** A result for every scenario of the evidence and of the specs, in the order of the places. */
  static List<ScenarioResult> of(List<ScenarioRun> runs, List<FeatureFile> specs) {
    ScenarioResults all = new ScenarioResults();
    runs.forEach(run -> all.results.put(run.place(), judged(run)));
    specs.forEach(file -> file.scenarios().forEach(scenario -> all.addMissing(file, scenario)));
    return List.copyOf(all.results.values());
  }

  private void addMissing(FeatureFile file, Scenario scenario) {
    List<String> requirements = scenario.tagged(REQUIREMENT);
    for (int row = 0; row < scenario.rows(); row++) {
      Place place = new Place(file.path(), scenario.line(), scenario.firstRow() + row);
      results.putIfAbsent(
          place,
          new ScenarioResult(
              place,
              scenario.name(),
              requirements,
              Verdict.NOT_RUN,
              "It was not part of this run.",
              Duration.ZERO,
              Optional.empty()));
    }
  }

  private static ScenarioResult judged(ScenarioRun run) {
    List<Attempt> attempts = run.attempts();
    List<String> requirements =
        run.tags().stream()
            .filter(tag -> tag.startsWith(REQUIREMENT))
            .map(tag -> tag.substring(REQUIREMENT.length()))
            .toList();
    Judgement judgement = judgement(run);
    Duration took = attempts.stream().map(Attempt::took).reduce(Duration.ZERO, Duration::plus);
    Optional<Attempt> stumbled =
        attempts.stream()
            .filter(attempt -> Judge.judge(attempt).verdict() != Verdict.PASSED)
            .reduce((earlier, later) -> later);
    return new ScenarioResult(
        run.place(),
        run.name(),
        requirements,
        judgement.verdict(),
        judgement.reason(),
        took,
        stumbled);
  }

  /** The last attempt decides, but one that had to be repeated is not simply passed. */
  private static Judgement judgement(ScenarioRun run) {
    List<Attempt> attempts = run.attempts();
    Judgement first = Judge.judge(attempts.get(0));
    Judgement last = Judge.judge(attempts.get(attempts.size() - 1));
    boolean repeated = first.verdict() != Verdict.PASSED && last.verdict() == Verdict.PASSED;
    if (repeated && !run.tags().contains("@statistical")) {
      return new Judgement(Verdict.UNSTABLE, first.reason());
    }
    return lenient(last, run.tags());
  }

  /** What is only observed, or new, can be no worse than a warning. */
  private static Judgement lenient(Judgement judgement, List<String> tags) {
    boolean observed = tags.contains("@observed");
    boolean lenient = observed || tags.contains("@provisional");
    return switch (judgement.verdict()) {
      case PASSED -> observed ? new Judgement(Verdict.OBSERVED, "") : judgement;
      case FAILED -> lenient ? new Judgement(Verdict.WARNED, judgement.reason()) : judgement;
      default -> judgement;
    };
  }
}
