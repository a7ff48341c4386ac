package io.albspec.load;

import io.albspec.load.report.ConsoleReport;
import io.albspec.load.report.Run;
import io.albspec.load.traffic.Traffic;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import software.amazon.awssdk.core.exception.SdkException;

/** The command {@code albspec load}: a load test with faults; every request accounted for. */
@Command(
    name = "albspec load",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = {
      "Loads a balancer while its targets fail, and accounts for every request.",
      "",
      "Four phases: steady, latency of one target, resets by one target, recovery. What the"
          + " clients saw, the access log and what the targets received are reconciled"
          + " id by id: nothing may be lost, nothing doubled."
    },
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {"0:all held", "1:not all held", "2:wrong usage, or the run itself failed"})
public final class Main implements Callable<Integer> {

  private static final int BROKEN = 1;
  private static final int USAGE = 2;

  @Spec private CommandSpec spec;

  @Option(
      names = "--profile",
      paramLabel = "NAME",
      defaultValue = "standard",
      description = "${COMPLETION-CANDIDATES}: 15 seconds for a build, or a minute (default).")
  private Profile profile;

  @Option(
      names = {"--users", "--rate"},
      paramLabel = "N",
      description =
          "Users that arrive each second, whatever becomes of those before them; each sends six"
              + " requests on one connection. Default: 40, in the smoke profile 20.")
  private Optional<Integer> users = Optional.empty();

  @Option(
      names = "--seconds",
      paramLabel = "N",
      description =
          "How long each phase lasts after the warm-up. Default: 12, in the smoke profile 2.")
  private Optional<Integer> seconds = Optional.empty();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      defaultValue = "albspec-report/load",
      description = "Where the reports go. Default: ./${DEFAULT-VALUE}.")
  private Path out;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "Of the mixture of requests. Default: ${DEFAULT-VALUE}.")
  private long seed;

  @Option(
      names = "--endpoint-url",
      paramLabel = "URL",
      description =
          "The ELBv2 API of a balancer on this machine that is running. Its access log cannot be"
              + " read and is left out. Default: the reference, embedded.")
  private Optional<URI> endpoint = Optional.empty();

  @Option(names = "--no-color", description = "Writes without colours.")
  private boolean noColor;

  private Main() {}

  /** Runs the command and ends the program with its exit code. */
  public static void main(String... arguments) {
    System.exit(command().execute(arguments));
  }

  /** The command, ready to be executed. */
  static CommandLine command() {
    return new CommandLine(new Main());
  }

  @Override
  public Integer call() throws InterruptedException {
    PrintWriter console = spec.commandLine().getOut();
    LoadTest test = new LoadTest(traffic(), out, endpoint, repeatedBy(), console);
    try {
      return report(test, test.run(), console);
    } catch (IOException | IllegalStateException | SdkException e) {
      spec.commandLine().getErr().println("albspec load: " + e.getMessage());
      return USAGE;
    }
  }

  private Traffic traffic() {
    try {
      return new Traffic(
          users.orElse(profile.usersPerSecond()),
          seconds.map(Duration::ofSeconds).orElse(profile.phase()),
          seed);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage(), e);
    }
  }

  private String repeatedBy() {
    List<String> arguments = spec.commandLine().getParseResult().originalArgs();
    return ("./albspec load " + String.join(" ", arguments)).strip();
  }

  private int report(LoadTest test, Run run, PrintWriter console) {
    boolean colored = !noColor && CommandLine.Help.Ansi.AUTO.enabled();
    new ConsoleReport(console, colored).write(run.accounting());
    boolean holds = run.accounting().holds();
    console.println("  accounting  " + test.page());
    console.println("              " + test.json());
    console.println("  Gatling     " + run.gatling());
    console.println(holds ? "All held." : "NOT ALL HELD.");
    console.flush();
    return holds ? CommandLine.ExitCode.OK : BROKEN;
  }
}
