package io.albspec.reports;

import io.albspec.reports.certificate.Difference;
import io.albspec.reports.console.Summary;
import io.albspec.reports.evidence.Evidence;
import io.albspec.reports.evidence.MalformedEvidenceException;
import io.albspec.reports.guide.Outline;
import io.albspec.reports.verdict.Assessment;
import io.albspec.reports.verdict.Certification;
import io.albspec.reports.verdict.Specification;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The three commands. */
@Command(
    name = "albspec report",
    description = "Makes and checks reports from the evidence of a conformance run.",
    mixinStandardHelpOptions = true,
    versionProvider = Commands.Version.class,
    subcommands = HelpCommand.class,
    synopsisSubcommandLabel = "render | verify | diff | help",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:certified; verify: the certificate is right; diff: nothing is worse",
      "1:not certified or partial; verify: the certificate differs; diff: something is worse",
      "2:wrong usage, or evidence that cannot be read"
    })
final class Commands implements Runnable {

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Name a command: render, verify or diff.");
  }

  @Command(description = "Writes the report of a run into the folder that holds its evidence.")
  int render(
      @Option(names = "--no-color", description = "Print without colours.") boolean plain,
      @Option(names = "--if-present", description = "Do nothing if DIR holds no evidence.")
          boolean ifPresent,
      @Parameters(paramLabel = "DIR", description = "Holds run.json and messages.ndjson.")
          Path folder)
      throws IOException {
    if (ifPresent && !Files.exists(folder.resolve("run.json"))) {
      out().println(folder + " holds no evidence of a run.");
      return 0;
    }
    Assessment assessment = assessment(folder);
    Outline outline = Outline.load();
    List<Path> written = new Documents(assessment, outline).writeTo(folder);
    out().print(Summary.render(assessment, outline, written, !plain));
    return assessment.certification() == Certification.CERTIFIED ? 0 : ReportTool.BAD;
  }

  @Command(description = "Computes the certificate of a folder again and compares every byte.")
  int verify(
      @Parameters(paramLabel = "DIR", description = "Holds the evidence and certificate.json.")
          Path folder)
      throws IOException {
    Optional<String> deviation = Verification.deviation(assessment(folder), folder);
    out().println(deviation.orElse(folder + ": the certificate is what evidence and specs say."));
    return deviation.isEmpty() ? 0 : ReportTool.BAD;
  }

  @Command(description = "Shows what changed from one report to another, regressions first.")
  int diff(
      @Parameters(paramLabel = "A", description = "The earlier report or certificate.json.")
          Path before,
      @Parameters(paramLabel = "B", description = "The later one.") Path after)
      throws IOException {
    Difference difference = Difference.between(before, after);
    out().print(difference.render());
    return difference.regressed() ? ReportTool.BAD : 0;
  }

  private static Assessment assessment(Path folder) throws IOException {
    return Assessment.of(Evidence.read(folder), Specification.load());
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }

  /** Whether a failure comes from what the user gave us. */
  static boolean expected(Exception failure) {
    return failure instanceof IOException || failure instanceof MalformedEvidenceException;
  }

  /** Such a failure in a line. */
  static String told(Exception failure) {
    return failure instanceof NoSuchFileException
        ? "no such file: " + failure.getMessage()
        : failure.getMessage();
  }

  /** The version of the specs. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {"albspec " + Specification.edition()};
    }
  }
}
