package io.albspec.features;

import java.util.List;
import java.util.stream.Stream;

/**
 * One scenario, or one outline with its rows.
 *
 * @param line where it begins in its file
 * @param name as written, {@code <columns>} of an outline included
 * @param tags its own and those it inherits, each with its at sign
 * @param steps without those of a background
 * @param columns of an outline, else empty
 * @param rows how often it runs: the rows of an outline, 1 otherwise
 */
public record Scenario(
    int line, String name, List<String> tags, List<Step> steps, List<String> columns, int rows) {

  /** Copies the lists. */
  public Scenario {
    tags = List.copyOf(tags);
    steps = List.copyOf(steps);
    columns = List.copyOf(columns);
  }

  /**
   * What stands after a prefix in the tags that begin with it: {@code LB-HOST-003} for
   * {@code @req:}.
   */
  public List<String> tagged(String prefix) {
    return tagged(tags.stream(), prefix);
  }

  static List<String> tagged(Stream<String> tags, String prefix) {
    return tags.filter(tag -> tag.startsWith(prefix))
        .map(tag -> tag.substring(prefix.length()))
        .toList();
  }
}
