package io.albspec.reports;

import static org.assertj.core.api.Assertions.assertThat;

import io.albspec.reports.verdict.Specification;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.spi.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportToolTest {

  private static final Specification SPECIFICATION = Specification.load();

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir private Path folder;

  @Test
  void itIsFoundByItsNameAndWritesTheReport() throws IOException {
    record("");

    int code = run("render", "--no-color", folder.toString());

    assertThat(code).isEqualTo(1);
    assertThat(
            List.of(
                "index.html", "certificate.json", "junit.xml", "traceability.json", "badge.svg"))
        .allSatisfy(name -> assertThat(folder.resolve(name)).isNotEmptyFile());
    assertThat(out.toString())
        .endsWith("core requirements were not run.\n")
        .doesNotContain("\u001b");
    assertThat(out.toString()).contains("\npartial: ");
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void coloursAreThereUnlessRefused() throws IOException {
    record("");

    run("render", folder.toString());

    assertThat(out.toString()).contains("\u001b[");
  }

  @Test
  void whatWasRenderedIsVerified() throws IOException {
    record("@core");
    run("render", folder.toString());

    assertThat(run("verify", folder.toString())).isZero();
    Files.writeString(folder.resolve("certificate.json"), "{}");
    assertThat(run("verify", folder.toString())).isEqualTo(1);
    assertThat(out.toString()).contains("certificate.json, line 1: is '{}', must be '{'");
  }

  @Test
  void twoCertificatesAreCompared() throws IOException {
    record("");
    run("render", folder.toString());
    String certificate = folder.resolve("certificate.json").toString();

    assertThat(run("diff", certificate, certificate)).isZero();
    assertThat(out.toString()).contains("No requirement has another verdict.");
    assertThat(run("diff", folder.toString(), certificate)).isZero();
    assertThat(run("diff", certificate, folder.resolve("run.json").toString())).isEqualTo(2);
    assertThat(err.toString()).contains("run.json: is not of the schema albspec/certificate/1");
  }

  @Test
  void aFolderWithoutEvidenceIsNamed() {
    assertThat(run("render", folder.toString())).isEqualTo(2);
    assertThat(err.toString())
        .isEqualTo("render: no such file: %s%n".formatted(folder.resolve("run.json")));
  }

  @Test
  void wrongUsageIsExplained() {
    assertThat(run("render")).isEqualTo(2);
    assertThat(run("rendre", "x")).isEqualTo(2);
    assertThat(run()).isEqualTo(2);
    assertThat(err.toString()).contains("Missing required parameter: 'DIR'");
  }

  @Test
  void versionAndHelpAreTold() {
    assertThat(run("--version")).isZero();
    assertThat(run("help", "render")).isZero();
    assertThat(out.toString())
        .startsWith("albspec " + SPECIFICATION.version())
        .contains("--no-color");
  }

  private void record(String filter) throws IOException {
    new Recording().writeTo(folder, SPECIFICATION.catalogue().sha256(), filter);
  }

  private int run(String... arguments) {
    ToolProvider tool = ToolProvider.findFirst("albspec-report").orElseThrow();
    return tool.run(new PrintWriter(out), new PrintWriter(err), arguments);
  }
}
