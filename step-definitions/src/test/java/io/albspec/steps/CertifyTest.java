package io.albspec.steps;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CertifyTest {

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void anUnknownSystemIsAnsweredWithTheKnownOnes() {
    assertThat(certify("--against", "nonesuch")).isEqualTo(2);
    assertThat(err.toString()).contains("nonesuch", "elbv2", "haproxy", "reference");
  }

  @Test
  void anUnknownOptionIsWrongUsage() {
    assertThat(certify("--agianst", "reference")).isEqualTo(2);
    assertThat(err.toString()).contains("--agianst");
  }

  @Test
  void aFilterThatIsNoTagExpressionIsWrongUsage() {
    assertThat(certify("--only", "@core and")).isEqualTo(2);
    assertThat(err.toString()).contains("--only");
  }

  @Test
  void noScenariosAtATimeIsWrongUsage() {
    assertThat(certify("--parallel", "0")).isEqualTo(2);
    assertThat(err.toString()).contains("--parallel");
  }

  @Test
  void theListNamesScenariosAndWhatTheyShow() {
    assertThat(certify("--list", "--only", "@req:LB-TAG-003")).isZero();
    assertThat(out.toString())
        .contains("load-balancers/tags", "a tag is removed by its key", "LB-TAG-003")
        .contains("1 scenarios show 1 requirements");
  }

  @Test
  void aRunLeavesItsMessagesAndARecord(@TempDir Path folder) throws IOException {
    int exit = certify("--only", "@req:LB-TAG-003", "--parallel", "1", "--out", folder.toString());

    assertThat(exit).as(err.toString()).isZero();
    assertThat(err.toString()).contains("1/1 scenarios, 0 failed");
    assertThat(Files.readString(folder.resolve("messages.ndjson"))).contains("testRunFinished");
    JsonNode record = new ObjectMapper().readTree(folder.resolve("run.json").toFile());
    assertThat(record.at("/schema").asText()).isEqualTo("albspec/run/1");
    assertThat(record.at("/system/driver").asText()).isEqualTo("reference");
    assertThat(record.at("/environment/parallelism").asInt()).isEqualTo(1);
    assertThat(record.at("/catalogue/requirements").asInt()).isPositive();
    assertThat(record.at("/filter").asText()).isEqualTo("@req:LB-TAG-003");
    assertThat(record.at("/command").asText())
        .startsWith("./albspec certify --only @req:LB-TAG-003 --parallel 1");
  }

  @AfterEach
  void forgetTheRun() {
    System.getProperties().keySet().removeIf(key -> key.toString().startsWith("albspec."));
  }

  @Test
  void helpIsNoError() {
    assertThat(certify("--help")).isZero();
    assertThat(out.toString()).contains("--endpoint-url", "--time-scale", "--no-color");
  }

  private int certify(String... arguments) {
    return Certify.command()
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(arguments);
  }
}
