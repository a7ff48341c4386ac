package io.albspec.features;

import java.util.List;

/**
 * One feature file: a section of the guide.
 *
 * @param path from the class path's root, such as {@code alb/listeners/host-conditions.feature}
 * @param name of the feature
 * @param tags of the feature itself, each with its at sign
 * @param lines how many it has
 * @param background steps before every scenario
 * @param scenarios in the order of the file
 */
public record FeatureFile(
    String path,
    String name,
    List<String> tags,
    int lines,
    List<Step> background,
    List<Scenario> scenarios) {

  /** Copies the lists. */
  public FeatureFile {
    tags = List.copyOf(tags);
    background = List.copyOf(background);
    scenarios = List.copyOf(scenarios);
  }

  /**
   * Every feature file of the class path below {@code alb/}, in the order of the paths.
   *
   * @throws IllegalArgumentException if one is not Gherkin
   */
  public static List<FeatureFile> load() {
    return TextResource.below("alb", ".feature").stream()
        .map(file -> parse(file.path(), file.text()))
        .toList();
  }

  /**
   * Reads one feature file.
   *
   * @throws IllegalArgumentException if it is not Gherkin; names path and place
   */
  public static FeatureFile parse(String path, String text) {
    return new FeatureFileParser(path).parse(text);
  }
}
