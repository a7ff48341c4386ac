package io.albspec.steps;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

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
