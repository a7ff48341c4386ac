package io.albspec.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.albspec.features.Requirement.Observable;
import io.albspec.features.Requirement.Plane;
import io.albspec.features.Requirement.Tier;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CatalogueReaderTest {

  private static final String HEADER =
      "id\tline\tsection\tstatement\tplane\tobservable\ttier\tfeature\tnotes\n";
  private static final String LINE =
      "LB-HOST-001\t979\tHost\tMust keep\tdata\thttp\tcore\thost-header\tnote";

  @Test
  void aLineIsARequirement() {
    List<Requirement> requirements = CatalogueReader.read(file(LINE));

    assertThat(requirements)
        .containsExactly(
            new Requirement(
                "LB-HOST-001",
                979,
                "listeners",
                "Host",
                "Must keep",
                Plane.DATA,
                Observable.HTTP,
                Tier.CORE,
                "host-header",
                "note"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "979      | nine     | line 2, column line: not a line number: nine",
        "979      | 0        | line 2, column line: not a line number: 0",
        "core     | main     | line 2, column tier: main is none of core, extended",
        "data     | wire     | line 2, column plane: wire is none of data, control, monitoring, con",
        "http     | HTTP     | line 2, column observable: HTTP is none of http, api",
        "Must keep| ''       | line 2, column statement: must not be empty",
        "LB-HOST-001 | ' '   | line 2, column id: must not be empty"
      })
  void aMalformedFieldIsNamedByFileLineAndColumn(String right, String wrong, String message) {
    TextResource malformed = file(LINE.replace(right, wrong));

    assertThatThrownBy(() -> CatalogueReader.read(malformed))
        .isInstanceOf(MalformedCatalogueException.class)
        .hasMessageStartingWith("requirements/listeners.tsv, " + message);
  }

  @Test
  void aLineWithAFieldTooManyOrTooFewIsRefused() {
    assertThatThrownBy(() -> CatalogueReader.read(file(LINE + "\tmore")))
        .hasMessageContaining("line 2, column notes: 10 fields, not 9");
    assertThatThrownBy(() -> CatalogueReader.read(file(LINE.replace("\tnote", ""))))
        .hasMessageContaining("line 2, column feature: 8 fields, not 9");
  }

  @Test
  void aFileWithoutTheHeaderIsRefused() {
    assertThatThrownBy(
            () -> CatalogueReader.read(new TextResource("requirements/listeners.tsv", LINE)))
        .hasMessageContaining("line 1, column id: the header must be id, line, section");
  }

  static TextResource file(String line) {
    return new TextResource("requirements/listeners.tsv", HEADER + line);
  }
}
