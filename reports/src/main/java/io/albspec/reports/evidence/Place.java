package io.albspec.reports.evidence;

import java.util.Comparator;

/**
 * Where a scenario stands.
 *
 * @param path of its file, such as {@code alb/listeners/path-conditions.feature}
 * @param line where the scenario or its outline begins
 * @param row of the outline, counted from 1; 1 for a scenario that is none
 */
public record Place(String path, int line, int row) implements Comparable<Place> {

  private static final String ROOT = "alb/";
  private static final Comparator<Place> ORDER =
      Comparator.comparing(Place::path).thenComparing(Place::line).thenComparing(Place::row);

  /** The path within the specs, of a URI such as {@code classpath:alb/...} or a file's. */
  static String inSpecs(String uri) {
    int folder = uri.lastIndexOf("/" + ROOT);
    if (folder >= 0) {
      return uri.substring(folder + 1);
    }
    return uri.startsWith("classpath:") ? uri.substring("classpath:".length()) : uri;
  }

  @Override
  public int compareTo(Place other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return path + ":" + line + (row > 1 ? ", row " + row : "");
  }
}
