package io.albspec.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class CatalogueTest {

  private static final String LINE =
      "LB-HOST-001\t979\tHost\tMust keep\tdata\thttp\tcore\thost-header\t";

  @Test
  void theCatalogueOfThisModuleIsFoundOnTheClassPath() {
    Catalogue catalogue = Catalogue.load();

    assertThat(catalogue.find("LB-HOST-001"))
        .hasValueSatisfying(
            requirement -> {
              assertThat(requirement.chapter()).isEqualTo("load-balancers");
              assertThat(requirement.line()).isEqualTo(979);
            });
    assertThat(catalogue.find("LB-HOST-000")).isEmpty();
  }

  @Test
  void theSameIdTwiceIsRefused() {
    List<Requirement> twice = CatalogueReader.read(CatalogueReaderTest.file(LINE + "\n" + LINE));

    assertThatThrownBy(() -> new Catalogue(twice))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("the id LB-HOST-001 stands twice, in the chapters listeners and listeners");
  }

  @Test
  void theFingerprintChangesWithAStatement() {
    Catalogue before = new Catalogue(CatalogueReader.read(CatalogueReaderTest.file(LINE)));
    String changed = LINE.replace("Must keep", "Must drop");
    Catalogue after = new Catalogue(CatalogueReader.read(CatalogueReaderTest.file(changed)));

    assertThat(before.sha256()).matches("[0-9a-f]{64}").isNotEqualTo(after.sha256());
  }
}
