package io.albspec.features;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TraceabilityTest {

  private static final String PATH = "alb/listeners/path-conditions.feature";
  private static final String HEAD = "@guide:listeners/path-conditions @feature:rules-path @core\n";
  private static final String FEATURE = HEAD + "Feature: Path conditions\n";
  private static final String SCENARIO =
      "@req:LS-PATH-001\nScenario: one\nGiven a\nWhen b\nThen c\n";

  private final Catalogue catalogue =
      catalogue("LS-PATH-001\t1942\tPath\tMust\tdata\thttp\tcore\trules-path\t");

  @Test
  void theCatalogueAndTheFeatureFilesOfThisModuleAreTiedTogether() {
    List<String> faults = new Traceability(Catalogue.load(), FeatureFile.load()).faults();

    assertThat(faults).isEmpty();
  }

  @Test
  void aRequirementThatIsShownIsNoFault() {
    assertThat(faults(FEATURE + SCENARIO)).isEmpty();
  }

  @Test
  void aCoreRequirementWithoutAScenarioIsAFault() {
    Traceability traceability = new Traceability(catalogue, List.of());

    assertThat(traceability.faults())
        .containsExactly("The core requirement LS-PATH-001 has no scenario.");
  }

  @Test
  void anExtendedRequirementNeedsNoScenario() {
    Catalogue extended =
        catalogue("LS-PATH-001\t1942\tPath\tMust\tdata\thttp\textended\trules-path\t");

    assertThat(new Traceability(extended, List.of()).faults()).isEmpty();
  }

  @Test
  void anAwsOnlyRequirementNeedsAReasonInsteadOfAScenario() {
    String line = "LB-PRICE-001\t5\tPricing\tMust\taws-only\tnone\tcore\tcrud-lb\t";

    assertThat(new Traceability(catalogue(line), List.of()).faults())
        .containsExactly(
            "The requirement LB-PRICE-001 is aws-only and gives no reason in its notes.");
    assertThat(new Traceability(catalogue(line + "billing"), List.of()).faults()).isEmpty();
  }

  @Test
  void anAwsOnlyRequirementCannotBeShown() {
    Catalogue awsOnly =
        catalogue("LS-PATH-001\t5\tPath\tMust\taws-only\tnone\textended\trules-path\tbilling");

    assertThat(new Traceability(awsOnly, List.of(file(FEATURE + SCENARIO))).faults())
        .anyMatch(fault -> fault.contains("shows the aws-only requirement LS-PATH-001"));
  }

  @ParameterizedTest
  @CsvSource({"LS-PATH-1", "ls-path-001", "LS-PATH", "LSPATH-001", "LS-PATH-001-2"})
  void anIdOfAnotherFormIsAFault(String id) {
    Catalogue odd = catalogue(id + "\t1942\tPath\tMust\tdata\thttp\textended\trules-path\t");

    assertThat(new Traceability(odd, List.of()).faults())
        .containsExactly("The id " + id + " is not of the form AREA-TOPIC-NNN.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '>',
      value = {
        "@req:LS-PATH-001 > @req:LS-PATH-777 > names an unknown requirement: LS-PATH-777",
        "@req:LS-PATH-001 > '' > has no tag @req:",
        "@req:LS-PATH-001 > @req:LS-PATH-001 @fast > has a tag outside the vocabulary: @fast",
        "@req:LS-PATH-001 > @req:LS-PATH-001 @needs:luck > has a tag outside the vocabulary",
        "@req:LS-PATH-001 > @req:LS-PATH-001 @time:soon > has a tag outside the vocabulary",
        "@req:LS-PATH-001 > @req:LS-PATH-001 @core > has a tag twice",
        "@req:LS-PATH-001 > @req:LS-PATH-001 @extended > must have the level @core",
        "@req:LS-PATH-001 > @req:LS-PATH-001 @guide:a/b > has a tag @guide: of its own",
        "@core > @extended > must have the level @core",
        "@core > '' > must have the level @core",
        "@guide:listeners/path-conditions > '' > must have the one tag @guide:listeners/path-con",
        "path-conditions @ > host-conditions @ > must have the one tag @guide:listeners/path-con",
        "@feature:rules-path > @feature:rules-road > names an unknown feature: rules-road",
        "@feature:rules-path > '' > has no tag @feature:",
        "Then c > And c > has no Then"
      })
  void whatIsWrongInAFileIsAFault(String right, String wrong, String fault) {
    String text = FEATURE + SCENARIO;

    assertThat(text).contains(right);
    assertThat(faults(text.replace(right, wrong))).anyMatch(each -> each.contains(fault));
  }

  @Test
  void anOutlineWithoutARowIsAFault() {
    String outline = FEATURE + SCENARIO.replace("Then c", "Then <c>") + "Examples:\n| c |\n";

    assertThat(faults(outline)).anyMatch(fault -> fault.contains("has no example"));
    assertThat(faults(outline + "| 1 |\n")).isEmpty();
  }

  @Test
  void whatIsTooLongIsAFault() {
    assertThat(faults(FEATURE + SCENARIO + "And d\n".repeat(8)))
        .anyMatch(fault -> fault.contains("has 11 steps, over 10"));
    assertThat(faults(FEATURE + SCENARIO + "\n".repeat(150)))
        .anyMatch(fault -> fault.contains("has 157 lines, over 150"));
    assertThat(faults(FEATURE + "Background:\n" + "* x\n".repeat(4) + SCENARIO))
        .anyMatch(fault -> fault.contains("has a background of over 3 steps"));
    assertThat(faults(FEATURE)).anyMatch(fault -> fault.contains("has no scenario"));
  }

  private List<String> faults(String feature) {
    return new Traceability(catalogue, List.of(file(feature))).faults();
  }

  private static FeatureFile file(String text) {
    return FeatureFile.parse(PATH, text);
  }

  private static Catalogue catalogue(String line) {
    return new Catalogue(CatalogueReader.read(CatalogueReaderTest.file(line)));
  }
}
