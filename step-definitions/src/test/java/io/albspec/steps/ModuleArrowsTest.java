package io.albspec.steps;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Which other modules this one may know, and that its packages form no cycles. */
@AnalyzeClasses(packages = "io.albspec.steps", importOptions = DoNotIncludeTests.class)
class ModuleArrowsTest {

  @ArchTest
  static final ArchRule onlyTheseModulesAreKnown =
      classes()
          .should()
          .onlyDependOnClassesThat(
              DescribedPredicate.not(resideInAPackage("io.albspec.."))
                  .or(
                      resideInAnyPackage(
                          "io.albspec.steps..",
                          "io.albspec.features..",
                          "io.albspec.fixtures..",
                          "io.albspec.proxy..")));

  @ArchTest
  static final ArchRule packagesFormNoCycles =
      slices().matching("io.albspec.steps.(*)..").should().beFreeOfCycles().allowEmptyShould(true);
}
