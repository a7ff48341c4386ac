package io.albspec.features;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What must hold for every feature file. */
final class FeatureFileLint {

  private static final int MAX_LINES = 150;
  private static final int MAX_BACKGROUND = 3;

  private final Set<String> slugs;
  private final ScenarioLint scenarios;

  FeatureFileLint(Catalogue catalogue) {
    this.slugs =
        catalogue.requirements().stream()
            .map(Requirement::feature)
            .collect(Collectors.toUnmodifiableSet());
    this.scenarios = new ScenarioLint(catalogue);
  }

  List<String> faults(FeatureFile file) {
    List<String> faults = new ArrayList<>();
    if (file.lines() > MAX_LINES) {
      faults.add("%s has %d lines, over %d.".formatted(file.path(), file.lines(), MAX_LINES));
    }
    if (file.background().size() > MAX_BACKGROUND) {
      faults.add("%s has a background of over %d steps.".formatted(file.path(), MAX_BACKGROUND));
    }
    if (file.scenarios().isEmpty()) {
      faults.add(file.path() + " has no scenario.");
    }
    checkGuide(file, faults);
    file.scenarios().forEach(scenario -> checkSlugs(file, scenario, faults));
    file.scenarios().forEach(scenario -> faults.addAll(scenarios.faults(file, scenario)));
    return faults;
  }

  private static void checkGuide(FeatureFile file, List<String> faults) {
    List<String> guide = Scenario.tagged(file.tags().stream(), Tags.GUIDE);
    String expected = file.path().replaceFirst("^alb/", "").replaceFirst("\\.feature$", "");
    if (!guide.equals(List.of(expected))) {
      faults.add("%s must have the one tag %s%s.".formatted(file.path(), Tags.GUIDE, expected));
    }
  }

  private void checkSlugs(FeatureFile file, Scenario scenario, List<String> faults) {
    List<String> named = scenario.tagged(Tags.FEATURE);
    if (named.isEmpty()) {
      faults.add(ScenarioLint.place(file, scenario) + " has no tag " + Tags.FEATURE + ".");
    }
    named.stream()
        .filter(slug -> !slugs.contains(slug))
        .map(
            slug -> ScenarioLint.place(file, scenario) + " names an unknown feature: " + slug + ".")
        .forEach(faults::add);
  }
}
