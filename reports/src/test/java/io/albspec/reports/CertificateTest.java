package io.albspec.reports;

import static org.assertj.core.api.Assertions.assertThat;

import io.albspec.reports.certificate.Certificate;
import io.albspec.reports.certificate.Difference;
import io.albspec.reports.certificate.TraceabilityJson;
import io.albspec.reports.verdict.Assessment;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CertificateTest {

  private static final Ending FAILED =
      Ending.failed(3, Ending.ASSERTION, "\n  expected: 80\n  but was: 8080");
  private static final Ending REFUSED =
      Ending.skipped(0, Ending.UNSUPPORTED, "unsupported: it has no such thing");

  @TempDir private Path folder;

  @Test
  void theCertificateSaysExactlyThis() throws IOException {
    Assessment assessment = assess(mixed());

    String certificate = certificate(assessment);

    assertThat(certificate.replaceAll("\"[0-9a-f]{64}\"", "\"hash\"")).isEqualTo(golden());
  }

  @Test
  void theSameEvidenceGivesTheSameBytes() throws IOException {
    Assessment assessment = assess(mixed());
    Files.write(folder.resolve(Certificate.FILE), Certificate.write(assessment));

    Optional<String> deviation = Verification.deviation(assess(mixed()), folder);

    assertThat(deviation).isEmpty();
  }

  @Test
  void aCertificateThatWasTouchedIsFound() throws IOException {
    Assessment assessment = assess(mixed());
    Path file = folder.resolve(Certificate.FILE);
    String touched = certificate(assessment).replace("\"not certified\"", "\"certified\"");
    Files.writeString(file, touched);

    Optional<String> deviation = Verification.deviation(assessment, folder);

    assertThat(deviation)
        .hasValueSatisfying(
            text ->
                assertThat(text)
                    .startsWith(file + ", line ")
                    .endsWith(
                        "is '\"result\": \"certified\",', must be '\"result\": \"not certified\",'"));
  }

  @Test
  void evidenceThatWasTouchedIsFound() throws IOException {
    Files.write(folder.resolve(Certificate.FILE), Certificate.write(assess(mixed())));
    Recording better = SmallSpecification.recording().playRest(Ending.passed());

    assertThat(Verification.deviation(assess(better), folder)).isNotEmpty();
  }

  @Test
  void requirementsAndScenariosNameEachOther() throws IOException {
    String json =
        new String(TraceabilityJson.write(assess(mixed())), StandardCharsets.UTF_8)
            .replaceAll("\\s+", " ");

    assertThat(json)
        .contains(
            "\"LB-HOST-002\": { \"line\": 981, \"scenarios\": [ \""
                + SmallSpecification.PATH
                + ":16\", \""
                + SmallSpecification.PATH
                + ":16, row 2\" ]")
        .contains(
            "host-header-preservation.feature:16, row 2\": { \"name\": \"port 8080\","
                + " \"requirements\": [ \"LB-HOST-002\", \"LB-HOST-003\" ], \"verdict\": \"failed\" }")
        .contains("\"verdict\": \"awsOnly\"");
  }

  @Test
  void aDifferenceShowsRegressionsFirst() throws IOException {
    Path before = write("before.json", mixed());
    Recording later =
        SmallSpecification.recording()
            .play("the header", Ending.failed(6, Ending.ASSERTION, "gone"))
            .play("often", REFUSED)
            .playRest(Ending.passed());
    Path after = write("after.json", later);

    Difference difference = Difference.between(before, after);

    assertThat(difference.regressed()).isTrue();
    assertThat(difference.render())
        .isEqualTo(
            """
            HAProxy 3.0.10 (not certified) -> HAProxy 3.0.10 (not certified)

            Newly failing (1)
              LB-HOST-001    passed -> failed: gone

            Newly unsupported (1)
              LB-HOST-005    passed -> unsupported: it has no such thing

            Newly passing (3)
              LB-HOST-002    failed -> passed
              LB-HOST-003    failed -> passed
              LB-HOST-004    unsupported -> passed
            """);
    assertThat(Difference.between(before, before).regressed()).isFalse();
    assertThat(Difference.between(before, before).render())
        .endsWith("No requirement has another verdict.\n");
  }

  private static Recording mixed() {
    return SmallSpecification.recording()
        .play("port 8080", FAILED)
        .play("upper", REFUSED)
        .playRest(Ending.passed());
  }

  private Path write(String name, Recording recording) throws IOException {
    return Files.write(folder.resolve(name), Certificate.write(assess(recording)));
  }

  private Assessment assess(Recording recording) throws IOException {
    return SmallSpecification.assess(recording, folder);
  }

  private static String certificate(Assessment assessment) {
    return new String(Certificate.write(assessment), StandardCharsets.UTF_8);
  }

  private static String golden() throws IOException {
    try (var in = CertificateTest.class.getResourceAsStream("certificate.golden.json")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
