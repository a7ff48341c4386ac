package io.albspec.load.report;

import io.albspec.load.accounting.Accounting;
import io.albspec.load.accounting.Check;
import io.albspec.load.accounting.PhaseAccount;
import java.io.PrintWriter;
import java.util.Locale;

/** The accounting on a console. */
public final class ConsoleReport {

  private static final String ROW = "  %-9s %7s  %-20s %9s %7s %9s %7s %5s %8s %8s %8s%n";

  private final PrintWriter out;
  private final boolean colored;

  /**
   * Writes there.
   *
   * @param colored whether results have colours
   */
  public ConsoleReport(PrintWriter out, boolean colored) {
    this.out = out;
    this.colored = colored;
  }

  /** Writes the table of phases, and what held. */
  public void write(Accounting accounting) {
    out.println();
    out.printf(
        ROW,
        "phase",
        "sent",
        "answered",
        "no answer",
        "logged",
        "received",
        "answers",
        "lost",
        "doubled",
        "p50 ms",
        "p99 ms");
    out.printf(ROW, "", "", "", "", "", "", "lost", "", "", "", "");
    accounting.phases().forEach(this::phase);
    out.println();
    accounting.checks().forEach(this::check);
    out.println();
    out.flush();
  }

  private void phase(PhaseAccount account) {
    String answered = account.answered().toString().replaceAll("[{}]", "").replace('=', ':');
    out.printf(
        ROW,
        account.phase().title(),
        account.sent(),
        answered,
        account.unanswered(),
        account.logged(),
        account.received(),
        account.answersLost(),
        account.lost(),
        account.doubled(),
        millis(account.latencies().p50()),
        millis(account.latencies().p99()));
  }

  private static String millis(long micros) {
    return String.format(Locale.ROOT, "%.1f", micros / 1000.0);
  }

  private void check(Check check) {
    String result =
        switch (check.result()) {
          case HELD -> color("32", "held       ");
          case BROKEN -> color("31", "BROKEN     ");
          case NOT_CHECKED -> color("33", "not checked");
        };
    out.printf("  %s  %s (%s)%n", result, check.statement(), check.observed());
  }

  private String color(String code, String text) {
    return colored ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
  }
}
