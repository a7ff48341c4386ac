package io.albspec.steps.run;

import java.io.PrintWriter;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.platform.engine.TestTag;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/** The scenarios of a plan by chapter, each with the requirements it shows. */
final class ScenarioList {

  private static final String REQUIREMENT = "req:";
  private static final String GUIDE = "guide:";

  private final List<TestIdentifier> scenarios;

  ScenarioList(TestPlan plan) {
    this.scenarios = scenarios(plan);
  }

  static List<TestIdentifier> scenarios(TestPlan plan) {
    return plan.getRoots().stream()
        .flatMap(root -> plan.getDescendants(root).stream())
        .filter(TestIdentifier::isTest)
        .toList();
  }

  void print(PrintWriter out) {
    scenarios.stream().map(ScenarioList::line).sorted().forEach(out::println);
    long requirements =
        scenarios.stream().flatMap(each -> tagged(each, REQUIREMENT)).distinct().count();
    out.printf("%d scenarios show %d requirements%n", scenarios.size(), requirements);
    out.flush();
  }

  private static String line(TestIdentifier scenario) {
    return "%s: %s [%s]"
        .formatted(
            tagged(scenario, GUIDE).collect(Collectors.joining()),
            scenario.getDisplayName(),
            tagged(scenario, REQUIREMENT).sorted().collect(Collectors.joining(" ")));
  }

  private static Stream<String> tagged(TestIdentifier scenario, String prefix) {
    return scenario.getTags().stream()
        .map(TestTag::getName)
        .filter(tag -> tag.startsWith(prefix))
        .map(tag -> tag.substring(prefix.length()));
  }
}
