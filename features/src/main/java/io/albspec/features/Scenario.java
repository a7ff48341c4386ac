package io.albspec.features;

import java.util.List;
import java.util.stream.Stream;

/**
 * One scenario, or one table of an outline's rows: an outline with several tables counts as
 * several, since each may have tags of its own.
 *
 * @param line where it begins in its file
 * @param name as written, {@code <columns>} of an outline included
 * @param tags its own, those of its table and those it inherits, each with its at sign
 * @param steps without those of a background
 * @param columns of an outline, else empty
 * @param firstRow the number of its first row in the outline, counted from 1; 1 otherwise
 * @param rows how often it runs: the rows of the table, 1 otherwise
 */
public record Scenario(
    int line,
    String name,
    List<String> tags,
    List<Step> steps,
    List<String> columns,
    int firstRow,
    int rows) {

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
