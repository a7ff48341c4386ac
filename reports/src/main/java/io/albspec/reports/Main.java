package io.albspec.reports;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/** The command line of the reports. */
public final class Main {

  private Main() {}

  /** Runs a command; exits with 0 if all is well, 1 if it is not, 2 if it cannot be said. */
  public static void main(String[] arguments) {
    PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    System.exit(new ReportTool().run(out, err, arguments));
  }
}
