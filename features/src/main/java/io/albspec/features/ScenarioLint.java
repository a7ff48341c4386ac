package io.albspec.features;

import io.albspec.features.Requirement.Plane;
import io.albspec.features.Requirement.Tier;
import io.albspec.features.Step.Kind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/** What must hold for every scenario. */
final class ScenarioLint {

  private static final int MAX_STEPS = 10;

  private final Catalogue catalogue;

  ScenarioLint(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  static String place(FeatureFile file, Scenario scenario) {
    return "%s:%d (%s)".formatted(file.path(), scenario.line(), scenario.name());
  }

  List<String> faults(FeatureFile file, Scenario scenario) {
    List<String> faults = new ArrayList<>();
    checkShape(scenario, faults);
    checkTags(scenario, faults);
    checkRequirements(scenario, faults);
    return faults.stream().map(fault -> place(file, scenario) + " " + fault + ".").toList();
  }

  private static void checkShape(Scenario scenario, List<String> faults) {
    if (scenario.steps().size() > MAX_STEPS) {
      faults.add("has %d steps, over %d".formatted(scenario.steps().size(), MAX_STEPS));
    }
    if (scenario.steps().stream().noneMatch(step -> step.kind() == Kind.OUTCOME)) {
      faults.add("has no Then");
    }
    if (scenario.rows() == 0) {
      faults.add("has no example");
    }
  }

  private static void checkTags(Scenario scenario, List<String> faults) {
    scenario.tags().stream()
        .filter(tag -> !Tags.known(tag))
        .map(tag -> "has a tag outside the vocabulary: " + tag)
        .forEach(faults::add);
    if (new HashSet<>(scenario.tags()).size() < scenario.tags().size()) {
      faults.add("has a tag twice");
    }
    if (scenario.tagged(Tags.GUIDE).size() > 1) {
      faults.add("has a tag " + Tags.GUIDE + " of its own");
    }
  }

  private void checkRequirements(Scenario scenario, List<String> faults) {
    List<String> ids = scenario.tagged(Tags.REQUIREMENT);
    if (ids.isEmpty()) {
      faults.add("has no tag " + Tags.REQUIREMENT);
    }
    boolean core = false;
    for (String id : ids) {
      Requirement requirement = catalogue.find(id).orElse(null);
      if (requirement == null) {
        faults.add("names an unknown requirement: " + id);
      } else if (requirement.plane() == Plane.AWS_ONLY) {
        faults.add("shows the aws-only requirement " + id);
      } else {
        core |= requirement.tier() == Tier.CORE;
      }
    }
    List<String> level =
        scenario.tags().stream()
            .filter(tag -> tag.equals(Tags.CORE) || tag.equals(Tags.EXTENDED))
            .toList();
    String expected = core ? Tags.CORE : Tags.EXTENDED;
    if (!level.equals(List.of(expected))) {
      faults.add("must have the level " + expected + ", as its requirements have");
    }
  }
}
