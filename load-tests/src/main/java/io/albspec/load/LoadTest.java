package io.albspec.load;

import io.albspec.load.accounting.Accounting;
import io.albspec.load.accounting.ClientRecords;
import io.albspec.load.report.HtmlReport;
import io.albspec.load.report.JsonReport;
import io.albspec.load.report.Run;
import io.albspec.load.stage.Stage;
import io.albspec.load.traffic.GatlingProcess;
import io.albspec.load.traffic.MixedTraffic;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/** A load test from its set-up to its reports. */
public final class LoadTest {

  private final LoadSettings settings;
  private final String command;
  private final PrintWriter progress;

  /**
   * A test with these settings.
   *
   * @param command what to type to run it again
   * @param progress is told what happens
   */
  public LoadTest(LoadSettings settings, String command, PrintWriter progress) {
    this.settings = settings;
    this.command = command;
    this.progress = progress;
  }

  /** The page with the accounting. */
  public Path page() {
    return folder().resolve("accounting.html");
  }

  /** The accounting for programs. */
  public Path json() {
    return folder().resolve("accounting.json");
  }

  private Path folder() {
    return settings.folder().toAbsolutePath().normalize();
  }

  /**
   * Runs the test and writes its reports.
   *
   * @throws IOException if the environment does not let it
   */
  public Run run() throws IOException, InterruptedException {
    Instant started = Instant.now();
    Files.createDirectories(folder());
    Path records = folder().resolve("clients.tsv");
    try (Stage stage = Stage.open(settings)) {
      announce(stage);
      Path gatling = new GatlingProcess(folder(), this::phase).run(stage.plan(records));
      say("  reconciling");
      Accounting accounting = Accounting.of(stage.evidence(ClientRecords.read(records)));
      Run run =
          new Run(
              started,
              stage.system(),
              settings.usersPerSecond(),
              settings.phase(),
              settings.seed(),
              command,
              gatling,
              accounting);
      HtmlReport.write(run, page());
      JsonReport.write(run, json());
      return run;
    }
  }

  private void announce(Stage stage) {
    int requests = settings.usersPerSecond() * MixedTraffic.REQUESTS_PER_USER;
    say("albspec load: %s".formatted(stage.system()));
    say(
        "  %d users a second, %d requests a second, 4 phases of %d s, seed %d"
            .formatted(
                settings.usersPerSecond(),
                requests,
                settings.phase().toSeconds(),
                settings.seed()));
    if (settings.endpoint().isPresent()) {
      say("  its access log is out of reach: clients and targets are reconciled without it");
    }
  }

  private void phase(String title) {
    say("  phase: " + title);
  }

  private void say(String line) {
    progress.println(line);
    progress.flush();
  }
}
