package io.albspec.reports;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.albspec.reports", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule reportsKnowOnlyTheSpecs =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "io.albspec.fixtures..",
              "io.albspec.proxy..",
              "io.albspec.steps..",
              "io.albspec.load..");

  @ArchTest
  static final ArchRule packagesHaveNoCycles =
      slices().matching("io.albspec.reports.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule reportsKnowNoTimeButThatOfTheEvidence =
      noClasses()
          .should()
          .callMethod(java.time.Instant.class, "now")
          .orShould()
          .callMethod(System.class, "currentTimeMillis");
}
