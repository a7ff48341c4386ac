package io.albspec.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The launcher at the top of the project, as far as it goes without a build. */
@DisabledOnOs(OS.WINDOWS)
class LauncherTest {

  private static final Path LAUNCHER = Path.of("..", "albspec").toAbsolutePath().normalize();

  @TempDir private Path elsewhere;

  private record Outcome(int status, String out, String err) {}

  @Test
  void helpListsTheCommands() throws Exception {
    Outcome outcome = run(LAUNCHER, "--help");

    assertThat(outcome.status()).isZero();
    assertThat(outcome.out()).contains("  certify ", "  load ", "  proxy ", "  report ");
  }

  @Test
  void tellsItsVersionFromAnyDirectoryAndThroughALink() throws Exception {
    Path link = Files.createSymbolicLink(elsewhere.resolve("link"), LAUNCHER);

    Outcome outcome = run(link, "--version");

    assertThat(outcome.status()).isZero();
    assertThat(outcome.out()).matches("albspec \\d+\\.\\d+\\.\\d+(-SNAPSHOT)?\\n");
  }

  @Test
  void refusesWhatItDoesNotKnowAndSaysSo() throws Exception {
    Outcome outcome = run(LAUNCHER, "--certify");

    assertThat(outcome.status()).isEqualTo(2);
    assertThat(outcome.err()).contains("unknown command or option '--certify'", "Usage:");
  }

  @Test
  void refusesToBeCalledWithoutACommand() throws Exception {
    Outcome outcome = run(LAUNCHER);

    assertThat(outcome.status()).isEqualTo(2);
    assertThat(outcome.err()).startsWith("Usage:");
  }

  private Outcome run(Path launcher, String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("sh", launcher.toString()));
    command.addAll(List.of(arguments));
    Path out = elsewhere.resolve("out");
    Path err = elsewhere.resolve("err");
    Process process =
        new ProcessBuilder(command)
            .directory(elsewhere.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start();
    int status = process.waitFor();
    return new Outcome(
        status,
        Files.readString(out, StandardCharsets.UTF_8),
        Files.readString(err, StandardCharsets.UTF_8));
  }
}
