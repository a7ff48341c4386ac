package io.albspec.features;

import io.albspec.features.Requirement.Observable;
import io.albspec.features.Requirement.Plane;
import io.albspec.features.Requirement.Tier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Reads catalogue files: tab-separated, a header line, one requirement a line. */
final class CatalogueReader {

  private static final List<String> COLUMNS =
      List.of(
          "id", "line", "section", "statement", "plane", "observable", "tier", "feature", "notes");
  private static final String NOTES = "notes";

  private final String path;
  private final String chapter;

  private CatalogueReader(String path) {
    this.path = path;
    this.chapter = path.substring(path.lastIndexOf('/') + 1, path.lastIndexOf('.'));
  }

  /**
   * The requirements of one file.
   *
   * @throws MalformedCatalogueException at its first line that is not a requirement
   */
  static List<Requirement> read(TextResource file) {
    return new CatalogueReader(file.path()).lines(file.text().lines().toList());
  }

  private List<Requirement> lines(List<String> lines) {
    if (lines.isEmpty() || !lines.get(0).equals(String.join("\t", COLUMNS))) {
      throw fault(1, "id", "the header must be " + String.join(", ", COLUMNS) + ", tabs between");
    }
    List<Requirement> requirements = new ArrayList<>();
    for (int i = 1; i < lines.size(); i++) {
      requirements.add(requirement(i + 1, lines.get(i).split("\t", -1)));
    }
    return requirements;
  }

  private Requirement requirement(int number, String[] fields) {
    if (fields.length != COLUMNS.size()) {
      String last = COLUMNS.get(Math.min(fields.length, COLUMNS.size()) - 1);
      throw fault(number, last, fields.length + " fields, not " + COLUMNS.size());
    }
    for (int i = 0; i < fields.length; i++) {
      String column = COLUMNS.get(i);
      if (fields[i].isBlank() && !column.equals(NOTES)) {
        throw fault(number, column, "must not be empty");
      }
    }
    return new Requirement(
        fields[0],
        guideLine(number, fields[1]),
        chapter,
        fields[2],
        fields[3],
        constant(number, "plane", fields[4], Plane.values()),
        constant(number, "observable", fields[5], Observable.values()),
        constant(number, "tier", fields[6], Tier.values()),
        fields[7],
        fields[8]);
  }

  private int guideLine(int number, String field) {
    if (!field.matches("[1-9][0-9]{0,5}")) {
      throw fault(number, "line", "not a line number: " + field);
    }
    return Integer.parseInt(field);
  }

  private <E extends Enum<E>> E constant(int number, String column, String field, E[] constants) {
    return Arrays.stream(constants)
        .filter(constant -> written(constant).equals(field))
        .findFirst()
        .orElseThrow(() -> fault(number, column, field + " is none of " + written(constants)));
  }

  private static String written(Enum<?>[] constants) {
    return Arrays.stream(constants).map(CatalogueReader::written).collect(Collectors.joining(", "));
  }

  /** As the catalogue writes it: {@code aws-only}. */
  static String written(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private MalformedCatalogueException fault(int line, String column, String fault) {
    return new MalformedCatalogueException(path, line, column, fault);
  }
}
