package io.albspec.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.albspec.reports.evidence.Attempt;
import io.albspec.reports.evidence.Evidence;
import io.albspec.reports.evidence.Exhibit;
import io.albspec.reports.evidence.MalformedEvidenceException;
import io.albspec.reports.evidence.ScenarioRun;
import io.albspec.reports.verdict.Assessment;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EvidenceTest {

  private static final Ending FAILED = Ending.failed(5, Ending.ASSERTION, "no");
  private static final String WIRE = "text/x.albspec.wire+plain";

  @TempDir private Path folder;
  private Path messages;

  @BeforeEach
  void record() throws IOException {
    messages = folder.resolve("messages.ndjson");
    SmallSpecification.recording().playRest(Ending.passed()).writeTo(folder, "0", "");
  }

  @Test
  void aLineThatIsCutOffIsNamed() throws IOException {
    List<String> lines = new ArrayList<>(Files.readAllLines(messages));
    int last = lines.size();
    lines.set(last - 1, lines.get(last - 1).substring(0, 20));
    Files.write(messages, lines);

    assertThatThrownBy(() -> Evidence.read(folder))
        .isInstanceOf(MalformedEvidenceException.class)
        .hasMessageStartingWith("messages.ndjson, line " + last + ": is corrupt or cut off: ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[]|is not a JSON object",
        "{}|is an empty message",
        "{\"meta\":{}} {}|holds more than one message",
        "{\"meta\":{\"x\":|is corrupt or cut off: Unexpected end-of-input",
        "{\"testCase\":{\"id\":\"1\"}}|has no pickleId",
        "{\"testCaseStarted\":{\"testCaseId\":\"no\"}}|names a test case no earlier line speaks of: no",
        "{\"testCaseFinished\":{\"testCaseStartedId\":\"no\"}}|names a running test case no earlier"
      })
  void aLineThatIsNoMessageIsNamed(String line, String fault) throws IOException {
    List<String> lines = new ArrayList<>(Files.readAllLines(messages));
    lines.add(2, line);
    Files.write(messages, lines);

    assertThatThrownBy(() -> Evidence.read(folder))
        .isInstanceOf(MalformedEvidenceException.class)
        .hasMessageStartingWith("messages.ndjson, line 3: " + fault);
  }

  @Test
  void bytesThatAreNotUtf8AreNamed() throws IOException {
    Files.write(messages, "{\"meta\":{\"a\":\"\u00ff\"}}\n".getBytes(StandardCharsets.ISO_8859_1));

    assertThatThrownBy(() -> Evidence.read(folder))
        .isInstanceOf(MalformedEvidenceException.class)
        .hasMessageStartingWith("messages.ndjson, line 1: is corrupt or cut off: Invalid UTF-8");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "albspec/run/1|albspec/run/9|run.json, field schema: is not albspec/run/1",
        "\"product\"|\"produce\"|run.json, field system.product: is missing",
        "\"0\"|0|run.json, field catalogue.sha256: is not a string",
        "10:00:00Z|10:00|run.json, field started: is not an instant in ISO 8601: 2026-03-01T10:00",
        "\"command\":|\"command\"|run.json, line 6: Unexpected character"
      })
  void aFieldOfTheRunThatIsWrongIsNamed(String right, String wrong, String fault)
      throws IOException {
    Path file = folder.resolve("run.json");
    Files.writeString(file, Files.readString(file).replace(right, wrong));

    assertThatThrownBy(() -> Evidence.read(folder))
        .isInstanceOf(MalformedEvidenceException.class)
        .hasMessageStartingWith(fault);
  }

  @Test
  void anotherCatalogueIsRefused() throws IOException {
    Evidence evidence = Evidence.read(folder);

    assertThatThrownBy(() -> Assessment.of(evidence, SmallSpecification.load()))
        .isInstanceOf(MalformedEvidenceException.class)
        .hasMessageStartingWith("run.json, field catalogue.sha256: the run knew the catalogue 0");
  }

  @Test
  void onlyWhatDidNotPassKeepsItsAttachments() throws IOException {
    record(Ending.passed().attaching(WIRE, "one", "> GET"), FAILED.attaching(WIRE, "two", "> PUT"));

    List<Attempt> attempts = first().attempts();

    assertThat(attempts.get(0).exhibits()).isEmpty();
    assertThat(attempts.get(1).exhibits())
        .containsExactly(new Exhibit(Exhibit.Kind.WIRE, "two", "> PUT", 0));
  }

  @Test
  void attachmentsAreDecodedAndCutToTheLimit() throws IOException {
    String big = "x".repeat(Exhibit.LIMIT - 1) + "\uD83D\uDE00 and more";
    String encoded = Base64.getEncoder().encodeToString(big.getBytes(StandardCharsets.UTF_8));
    record(FAILED.attachingBase64(WIRE, "", encoded).attaching("image/png", "", "no text"));

    List<Exhibit> exhibits = first().attempts().get(0).exhibits();

    assertThat(exhibits).hasSize(1);
    assertThat(exhibits.get(0).body()).isEqualTo("x".repeat(Exhibit.LIMIT - 1));
    assertThat(exhibits.get(0).omitted()).isEqualTo("\uD83D\uDE00 and more".length());
  }

  @Test
  void ifNearlyEverythingFailsOnlyTheFirstBytesAreKept() throws IOException {
    Ending large = FAILED;
    for (int i = 0; i < 257; i++) {
      large = large.attaching(WIRE, "big", "x".repeat(Exhibit.LIMIT));
    }
    record(FAILED.attaching(WIRE, "small", "> GET"), large);

    List<Attempt> attempts = first().attempts();

    assertThat(attempts.get(0).exhibits().get(0).body()).isEqualTo("> GET");
    assertThat(attempts.get(1).exhibits())
        .hasSize(257)
        .allMatch(exhibit -> exhibit.body().isEmpty() && exhibit.omitted() == Exhibit.LIMIT);
  }

  @Test
  void eachRowOfAnOutlineHasAPlaceOfItsOwn() throws IOException {
    assertThat(Evidence.read(folder).scenarios().stream().map(run -> run.place().toString()))
        .containsSubsequence(
            SmallSpecification.PATH + ":16", SmallSpecification.PATH + ":16, row 2");
  }

  private void record(Ending... endings) throws IOException {
    SmallSpecification.recording().play("the header", endings).writeTo(folder, "0", "");
  }

  private ScenarioRun first() throws IOException {
    return Evidence.read(folder).scenarios().get(0);
  }
}
