package io.albspec.proxy.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The way of a request, as dependencies: who may know whom. */
@AnalyzeClasses(packages = "io.albspec.proxy", importOptions = DoNotIncludeTests.class)
class PackageArrowsTest {

  private static final String ROOT = "io.albspec.proxy";

  @ArchTest
  static final ArchRule packagesFormNoCycles =
      slices().matching(ROOT + ".(*)..").should().beFreeOfCycles();

  @ArchTest static final ArchRule time = only("time");
  @ArchTest static final ArchRule anomaly = only("anomaly");
  @ArchTest static final ArchRule exchange = only("exchange");
  @ArchTest static final ArchRule desync = only("desync", "exchange");
  @ArchTest static final ArchRule worker = only("worker", "exchange", "time");
  @ArchTest static final ArchRule cloud = only("cloud", "time", "yaml");
  @ArchTest static final ArchRule yaml = only("yaml");
  @ArchTest static final ArchRule policy = only("policy");
  @ArchTest static final ArchRule control = only("control", "cloud", "policy", "time");
  @ArchTest static final ArchRule dns = only("dns", "control", "time");
  @ArchTest static final ArchRule store = only("store", "control");
  @ArchTest static final ArchRule api = only("api", "control", "cloud", "store", "time");
  @ArchTest static final ArchRule template = only("template", "api", "cloud", "control", "yaml");
  @ArchTest static final ArchRule target = only("target", "anomaly", "control", "exchange", "time");
  @ArchTest static final ArchRule telemetry = only("telemetry", "control", "exchange", "time");
  @ArchTest static final ArchRule stickiness = only("stickiness", "exchange", "target");

  @ArchTest
  static final ArchRule routing = only("routing", "control", "exchange", "stickiness", "target");

  @ArchTest static final ArchRule trust = only("trust", "cloud", "control", "exchange", "time");

  @ArchTest
  static final ArchRule tls = only("tls", "cloud", "exchange", "policy", "trust", "time", "worker");

  @ArchTest
  static final ArchRule plan =
      only(
          "plan",
          "cloud",
          "policy",
          "tls",
          "control",
          "desync",
          "exchange",
          "routing",
          "stickiness",
          "target",
          "telemetry",
          "trust");

  @ArchTest
  static final ArchRule health =
      only(
          "health",
          "backend",
          "control",
          "exchange",
          "hpack",
          "policy",
          "target",
          "time",
          "tls",
          "worker");

  @ArchTest
  static final ArchRule http1 =
      only("http1", "desync", "exchange", "plan", "worker", "telemetry", "time");

  @ArchTest static final ArchRule hpack = only("hpack");

  @ArchTest static final ArchRule frames = only("frames", "exchange", "hpack", "http1", "worker");

  @ArchTest
  static final ArchRule http2 =
      only("http2", "exchange", "frames", "hpack", "http1", "plan", "worker", "telemetry", "time");

  @ArchTest
  static final ArchRule backend =
      only("backend", "exchange", "frames", "hpack", "http1", "target", "tls", "worker", "time");

  @ArchTest
  static final ArchRule otherModulesAreUnknown =
      classes().should().onlyDependOnClassesThat(isNotOurs().or(resideInAPackage(ROOT + "..")));

  private static ArchRule only(String name, String... known) {
    DescribedPredicate<JavaClass> allowed = isNotOurs().or(resideInAPackage(in(name)));
    for (String each : known) {
      allowed = allowed.or(resideInAPackage(in(each)));
    }
    return classes()
        .that()
        .resideInAPackage(in(name))
        .should()
        .onlyDependOnClassesThat(allowed)
        .allowEmptyShould(true);
  }

  private static String in(String name) {
    return ROOT + "." + name + "..";
  }

  private static DescribedPredicate<JavaClass> isNotOurs() {
    return DescribedPredicate.not(resideInAPackage("io.albspec.."));
  }
}
