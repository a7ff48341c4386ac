package io.albspec.steps;

import io.albspec.fixtures.tls.LegacyTls;
import io.albspec.proxy.Version;
import io.albspec.steps.driver.Driver;
import io.albspec.steps.driver.Drivers;
import io.albspec.steps.driver.Selection;
import io.albspec.steps.run.ConformanceRun;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.spi.ToolProvider;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * {@code albspec certify}: runs the specification against a load balancer and writes the report.
 * Exit codes: 0 certified, 1 not certified, 2 wrong usage or a fault of the run itself.
 */
@Command(
    name = "albspec certify",
    description = "Runs the specification against a load balancer and writes the report.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {"0:certified", "1:not certified", "2:wrong usage, or the run itself failed"})
public final class Certify implements Callable<Integer> {

  private static final String REPORT_TOOL = "albspec-report";

  @Spec private CommandSpec spec;

  @Option(
      names = "--against",
      paramLabel = "NAME",
      completionCandidates = DriverNames.class,
      description =
          "What stands behind the API: ${COMPLETION-CANDIDATES} (default: reference, or elbv2 with"
              + " a URL).")
  private Optional<String> against = Optional.empty();

  @Option(
      names = "--endpoint-url",
      paramLabel = "URL",
      description = "Where a load balancer that is running speaks the ELBv2 API.")
  private Optional<URI> endpoint = Optional.empty();

  @Option(
      names = "--only",
      paramLabel = "TAG-EXPRESSION",
      defaultValue = "",
      description = "Only scenarios with these tags, such as \"@core and not @feature:tags\".")
  private String only;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Where the report goes (default: ./albspec-report/<system>).")
  private Optional<Path> out = Optional.empty();

  @Option(
      names = "--parallel",
      paramLabel = "N",
      defaultValue = "4",
      description = "How many scenarios run at a time (default: ${DEFAULT-VALUE}).")
  private int parallel;

  @Option(
      names = "--time-scale",
      paramLabel = "N",
      defaultValue = "1",
      description = "How many times faster than real the time of the load balancer runs.")
  private int timeScale;

  @Option(names = "--list", description = "Lists the scenarios and what they show; runs nothing.")
  private boolean list;

  @Option(names = "--no-color", description = "Writes without colours.")
  private boolean noColor;

  /** Runs the command and ends the program with its exit code. */
  public static void main(String... arguments) {
    LegacyTls.enable();
    System.exit(command().execute(arguments));
  }

  /** The command, ready to be executed. */
  static CommandLine command() {
    CommandLine command = new CommandLine(new Certify());
    command.setExecutionExceptionHandler(
        (failure, line, parsed) -> {
          line.getErr().println("albspec certify: " + failure.getMessage());
          return CommandLine.ExitCode.USAGE;
        });
    return command;
  }

  @Override
  public Integer call() throws IOException {
    Selection selection = selection();
    Driver driver = driver(selection);
    ConformanceRun run = new ConformanceRun(selection, expression(), parallel);
    if (list) {
      run.list(spec.commandLine().getOut());
      return CommandLine.ExitCode.OK;
    }
    Path folder = out.orElse(Path.of("albspec-report", driver.system().driver()));
    boolean clean = run.execute(folder, repeatedBy(), spec.commandLine().getErr());
    return report(folder, clean);
  }

  private Selection selection() {
    if (parallel < 1 || timeScale < 1) {
      throw usage("--parallel and --time-scale take numbers from 1");
    }
    String name = against.orElse(endpoint.isPresent() ? "elbv2" : "reference");
    return new Selection(name, endpoint, timeScale);
  }

  private Driver driver(Selection selection) {
    try {
      return Drivers.of(selection);
    } catch (IllegalArgumentException e) {
      throw usage(e.getMessage());
    }
  }

  private String expression() {
    try {
      return ConformanceRun.checked(only);
    } catch (IllegalArgumentException e) {
      throw usage("--only: " + e.getMessage());
    }
  }

  private ParameterException usage(String fault) {
    return new ParameterException(spec.commandLine(), fault);
  }

  private String repeatedBy() {
    return spec.commandLine().getParseResult().originalArgs().stream()
        .map(
            word -> word.matches("[\\w@%+=:,./-]+") ? word : "'" + word.replace("'", "'\\''") + "'")
        .reduce("./albspec certify", (before, word) -> before + " " + word);
  }

  private int report(Path folder, boolean clean) {
    Optional<ToolProvider> tool = ToolProvider.findFirst(REPORT_TOOL);
    if (tool.isEmpty()) {
      spec.commandLine().getErr().println("No report: " + REPORT_TOOL + " is not installed.");
      return clean ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
    }
    String place = folder.toString();
    return noColor
        ? tool.get().run(System.out, System.err, "render", "--no-color", place)
        : tool.get().run(System.out, System.err, "render", place);
  }

  /** The drivers there are. */
  static final class DriverNames implements Iterable<String> {

    @Override
    public Iterator<String> iterator() {
      return Drivers.names().iterator();
    }
  }
}
