package io.albspec.reports;

import java.io.PrintWriter;
import java.util.spi.ToolProvider;
import picocli.CommandLine;

/** The commands for callers in the same process, found by the name {@code albspec-report}. */
public final class ReportTool implements ToolProvider {

  static final int BAD = 1;
  static final int USAGE = 2;

  /** For the service loader. */
  public ReportTool() {}

  @Override
  public String name() {
    return "albspec-report";
  }

  /**
   * Runs {@code render}, {@code verify} or {@code diff}.
   *
   * @return 0 if all is well, 1 if it is not, 2 if it cannot be said
   */
  @Override
  public int run(PrintWriter out, PrintWriter err, String... arguments) {
    int code =
        new CommandLine(new Commands())
            .setOut(out)
            .setErr(err)
            .setExecutionExceptionHandler(ReportTool::unusable)
            .execute(arguments);
    out.flush();
    err.flush();
    return code;
  }

  /** Evidence that cannot be used is told in a line; a fault of ours keeps its trace. */
  private static int unusable(
      Exception failure, CommandLine command, CommandLine.ParseResult parsed) throws Exception {
    if (!Commands.expected(failure)) {
      throw failure;
    }
    command.getErr().println(command.getCommandName() + ": " + Commands.told(failure));
    return USAGE;
  }
}
