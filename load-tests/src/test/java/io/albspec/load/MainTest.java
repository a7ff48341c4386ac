package io.albspec.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

final class MainTest {

  private final StringWriter output = new StringWriter();
  private final StringWriter errors = new StringWriter();
  @TempDir private Path folder;

  @Test
  void helpNamesTheOptionsAndTheExitCodes() {
    assertThat(execute("--help")).isZero();

    assertThat(output.toString())
        .contains(
            "--users", "--rate", "--seconds", "--out", "--seed", "--profile", "--endpoint-url")
        .contains("1   not all held");
  }

  @Test
  void unknownOptionIsWrongUsage() {
    assertThat(execute("--user", "3")).isEqualTo(2);

    assertThat(errors.toString()).contains("--user");
  }

  @Test
  void numberOutOfRangeIsWrongUsage() {
    assertThat(execute("--users", "0")).isEqualTo(2);

    assertThat(errors.toString()).contains("--users takes a number from 1 to 2000");
  }

  @Test
  void balancerThatDoesNotAnswerIsNamed() {
    String out = folder.toString();

    assertThat(execute("--endpoint-url", "http://127.0.0.1:1", "--out", out)).isEqualTo(2);

    assertThat(errors.toString()).contains("albspec load:", "http://127.0.0.1:1");
  }

  private int execute(String... arguments) {
    CommandLine command = Main.command();
    command.setOut(new PrintWriter(output, true));
    command.setErr(new PrintWriter(errors, true));
    return command.execute(arguments);
  }
}
