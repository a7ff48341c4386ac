package io.albspec.reports.verdict;

import io.albspec.features.Requirement;
import io.albspec.features.Requirement.Plane;
import io.albspec.features.Requirement.Tier;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A requirement and the worst verdict of the scenarios that show it.
 *
 * @param requirement of the catalogue
 * @param verdict NOT_RUN if no scenario shows it
 * @param scenarios in the order of their places
 */
public record RequirementResult(
    Requirement requirement, Verdict verdict, List<ScenarioResult> scenarios) {

  /** Copies the list. */
  public RequirementResult {
    scenarios = List.copyOf(scenarios);
  }

  static RequirementResult of(Requirement requirement, List<ScenarioResult> scenarios) {
    Verdict worst =
        scenarios.stream().map(ScenarioResult::verdict).reduce(Verdict::or).orElse(Verdict.NOT_RUN);
    return new RequirementResult(requirement, worst, scenarios);
  }

  /** Its permanent id. */
  public String id() {
    return requirement.id();
  }

  /** Whether it is of the core tier. */
  public boolean core() {
    return requirement.tier() == Tier.CORE;
  }

  /** Whether it can hold outside AWS, and so counts. */
  public boolean inScope() {
    return requirement.plane() != Plane.AWS_ONLY;
  }

  /** Whether it keeps the system from being certified. */
  public boolean blocks() {
    return inScope() && (core() ? verdict.blocksCore() : verdict.blocksExtended());
  }

  /** The first of its scenarios with the verdict that decided. */
  public Optional<ScenarioResult> deciding() {
    return scenarios.stream().max(Comparator.comparing(ScenarioResult::verdict)).stream()
        .flatMap(worst -> scenarios.stream().filter(s -> s.verdict() == worst.verdict()))
        .findFirst();
  }

  /** One line saying why it has not passed. */
  public String firstLine() {
    return deciding().map(ScenarioResult::firstLine).orElse("No scenario shows it.");
  }

  /** How long its scenarios took. */
  public Duration took() {
    return scenarios.stream().map(ScenarioResult::took).reduce(Duration.ZERO, Duration::plus);
  }
}
