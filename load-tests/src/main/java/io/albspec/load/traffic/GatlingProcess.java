package io.albspec.load.traffic;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Gatling in a process of its own: it ends its JVM when it is done, and logs as it likes. */
public final class GatlingProcess {

  /** What a line on standard output begins with that tells of a new phase. */
  static final String ANNOUNCEMENT = "albspec phase: ";

  private static final String MAIN = "io.gatling.app.Gatling";
  private static final Duration SLACK = Duration.ofMinutes(3);
  private static final int FIRST_WITH_UNSAFE_OPTION = 24;

  private final Path folder;
  private final Consumer<String> phases;

  /**
   * Gatling with its files in that folder.
   *
   * @param phases is told the title of each phase when it begins
   */
  public GatlingProcess(Path folder, Consumer<String> phases) {
    this.folder = folder;
    this.phases = phases;
  }

  /**
   * Runs the simulation to its end.
   *
   * @return the report of Gatling, an HTML page
   * @throws IOException if Gatling fails, or does not end within the phases and three minutes
   */
  public Path run(Plan plan) throws IOException, InterruptedException {
    Path planFile = folder.resolve("plan.properties");
    plan.write(planFile);
    Process process =
        new ProcessBuilder(command(planFile))
            .redirectErrorStream(true)
            .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
            .start();
    Thread killer = new Thread(process::destroy);
    Runtime.getRuntime().addShutdownHook(killer);
    try {
      await(process, plan.traffic().duration().plus(SLACK));
    } finally {
      process.destroyForcibly();
      Runtime.getRuntime().removeShutdownHook(killer);
    }
    return report();
  }

  private void await(Process process, Duration budget) throws IOException, InterruptedException {
    Thread reader = new Thread(() -> copyOutput(process), "gatling output");
    reader.setDaemon(true);
    reader.start();
    if (!process.waitFor(budget.toMillis(), TimeUnit.MILLISECONDS)) {
      throw new IOException(
          "Gatling did not end within " + budget.toSeconds() + " s, see " + log());
    }
    reader.join(SLACK.toMillis());
    if (process.exitValue() != 0) {
      throw new IOException("Gatling failed with " + process.exitValue() + ", see " + log());
    }
  }

  private void copyOutput(Process process) {
    try (BufferedReader in = process.inputReader();
        BufferedWriter out = Files.newBufferedWriter(log())) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        out.write(line);
        out.newLine();
        if (line.startsWith(ANNOUNCEMENT)) {
          phases.accept(line.substring(ANNOUNCEMENT.length()));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the output of Gatling cannot be read or written", e);
    }
  }

  private Path log() {
    return folder.resolve("gatling.log");
  }

  private List<String> command(Path planFile) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-Xmx768m", "-XX:TieredStopAtLevel=1", "--add-opens=java.base/java.lang=ALL-UNNAMED"));
    if (Runtime.version().feature() >= FIRST_WITH_UNSAFE_OPTION) {
      command.add("--enable-native-access=ALL-UNNAMED");
      command.add("--sun-misc-unsafe-memory-access=allow");
    }
    command.add("-D" + Plan.PROPERTY + "=" + planFile);
    command.add("-Dgatling.data.enableAnalytics=false");
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), MAIN));
    command.addAll(List.of("--simulation", MixedTraffic.class.getName()));
    command.addAll(List.of("--results-folder", results().toString()));
    return command;
  }

  private Path results() {
    return folder.resolve("gatling");
  }

  private Path report() throws IOException {
    try (Stream<Path> runs = Files.list(results())) {
      return runs.map(run -> run.resolve("index.html"))
          .filter(Files::exists)
          .max((one, other) -> one.toString().compareTo(other.toString()))
          .orElseThrow(() -> new IOException("Gatling left no report, see " + log()));
    }
  }
}
