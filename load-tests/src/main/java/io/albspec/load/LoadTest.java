package io.albspec.load;

import io.albspec.load.accounting.Accounting;
import io.albspec.load.accounting.ClientRecords;
import io.albspec.load.report.HtmlReport;
import io.albspec.load.report.JsonReport;
import io.albspec.load.report.Run;
import io.albspec.load.stage.Stage;
import io.albspec.load.traffic.GatlingProcess;
import io.albspec.load.traffic.Traffic;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/** A load test from its set-up to its reports. */
public final class LoadTest {

  private final Traffic traffic;
  private final Path folder;
  private final Optional<URI> endpoint;
  private final String command;
  private final PrintWriter progress;

  /**
   * A test that has not begun.
   *
   * @param traffic how much to send
   * @param folder where the reports go
   * @param endpoint the ELBv2 API of a balancer that is running; the reference is embedded if empty
   * @param command what to type to run it again
   * @param progress is told what happens
   */
  public LoadTest(
      Traffic traffic, Path folder, Optional<URI> endpoint, String command, PrintWriter progress) {
    this.traffic = traffic;
    this.folder = folder.toAbsolutePath().normalize();
    this.endpoint = endpoint;
    this.command = command;
    this.progress = progress;
  }

  /** The page with the accounting. */
  public Path page() {
    return folder.resolve("accounting.html");
  }

  /** The accounting for programs. */
  public Path json() {
    return folder.resolve("accounting.json");
  }

  /**
   * Runs the test and writes its reports.
   *
   * @throws IOException if the environment does not let it
   */
  public Run run() throws IOException, InterruptedException {
    Instant started = Instant.now();
    Files.createDirectories(folder);
    Path records = folder.resolve("clients.tsv");
    try (Stage stage = Stage.open(folder.resolve("data"), endpoint)) {
      announce(stage);
      stage.change();
      Path gatling = new GatlingProcess(folder, this::phase).run(stage.plan(traffic, records));
      say("  reconciling");
      Accounting accounting = Accounting.of(stage.evidence(ClientRecords.read(records)));
      Run run = new Run(started, stage.system(), traffic, command, gatling, accounting);
      HtmlReport.write(run, page());
      JsonReport.write(run, json());
      return run;
    }
  }

  private void announce(Stage stage) {
    int requests = traffic.usersPerSecond() * Traffic.REQUESTS_PER_USER;
    say("albspec load: %s".formatted(stage.system()));
    say(
        "  %d users a second, %d requests a second, 4 phases of %d s after a warm-up, seed %d"
            .formatted(
                traffic.usersPerSecond(), requests, traffic.phase().toSeconds(), traffic.seed()));
    if (endpoint.isPresent()) {
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
