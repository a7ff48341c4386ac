package io.albspec.load;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Packages depend on each other in one direction; only the stage knows a balancer. */
@AnalyzeClasses(packages = "io.albspec.load", importOptions = ImportOption.DoNotIncludeTests.class)
final class PackagesTest {

  @ArchTest
  static final ArchRule ARROWS =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .layer("command")
          .definedBy("io.albspec.load")
          .layer("report")
          .definedBy("io.albspec.load.report")
          .layer("stage")
          .definedBy("io.albspec.load.stage")
          .layer("accounting")
          .definedBy("io.albspec.load.accounting")
          .layer("traffic")
          .definedBy("io.albspec.load.traffic")
          .whereLayer("command")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("report")
          .mayOnlyBeAccessedByLayers("command")
          .whereLayer("stage")
          .mayOnlyBeAccessedByLayers("command")
          .whereLayer("accounting")
          .mayOnlyBeAccessedByLayers("command", "report", "stage")
          .whereLayer("traffic")
          .mayOnlyBeAccessedByLayers("command", "report", "stage", "accounting");

  @ArchTest
  static final ArchRule ONLY_THE_STAGE_KNOWS_A_BALANCER =
      noClasses()
          .that()
          .resideInAnyPackage(
              "io.albspec.load",
              "io.albspec.load.report",
              "io.albspec.load.accounting",
              "io.albspec.load.traffic")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("io.albspec.proxy..");
}
