package io.albspec.reports.guide;

/**
 * A section of the guide.
 *
 * @param chapter the chapter it belongs to, such as {@code load-balancers}
 * @param level 0 for the chapter itself, then the level of its heading, 1 to 4
 * @param from its first line
 * @param to its last line, the sections inside it included
 * @param title as the guide has it
 */
public record Section(String chapter, int level, int from, int to, String title) {

  /** Whether the line stands in it. */
  public boolean holds(int line) {
    return from <= line && line <= to;
  }
}
