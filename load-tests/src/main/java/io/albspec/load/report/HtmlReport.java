package io.albspec.load.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.albspec.load.accounting.Accounting;
import io.albspec.load.accounting.Check;
import io.albspec.load.accounting.Finding;
import io.albspec.load.accounting.PhaseAccount;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The accounting for people: {@code accounting.html}, one file that needs no other. */
public final class HtmlReport {

  private static final int MOST_FINDINGS = 200;

  private HtmlReport() {}

  /** Writes the page. */
  public static void write(Run run, Path file) throws IOException {
    Accounting accounting = run.accounting();
    String gatling = file.toAbsolutePath().getParent().relativize(run.gatling()).toString();
    Map<String, String> parts =
        Map.of(
            "verdict", accounting.holds() ? "all held" : "not all held",
            "verdictClass", accounting.holds() ? "held" : "broken",
            "summary", escape(summary(run)),
            "gatling", escape(gatling),
            "phases", lines(accounting.phases().stream().map(HtmlReport::phase).toList()),
            "checks", lines(accounting.checks().stream().map(HtmlReport::check).toList()),
            "findings", findings(accounting.findings()),
            "answersLost", answersLost(accounting.answersLost()),
            "run", run(run));
    String page = template();
    for (Map.Entry<String, String> part : parts.entrySet()) {
      page = page.replace("${" + part.getKey() + "}", part.getValue());
    }
    Files.writeString(file, page);
  }

  private static String template() throws IOException {
    try (InputStream in = HtmlReport.class.getResourceAsStream("accounting.html")) {
      return new String(in.readAllBytes(), UTF_8);
    }
  }

  private static String summary(Run run) {
    int sent = run.accounting().phases().stream().mapToInt(PhaseAccount::sent).sum();
    String sides =
        run.accounting().logged()
            ? "clients, access log and targets"
            : "clients and targets (there is no access log to read)";
    return "%d requests to %s, reconciled id by id between %s."
        .formatted(sent, run.system(), sides);
  }

  private static String phase(PhaseAccount account) {
    return row(
        account.phase().title(),
        account.sent(),
        account.answered().entrySet().stream()
            .map(each -> each.getKey() + ": " + each.getValue())
            .collect(Collectors.joining(", ")),
        account.unanswered(),
        account.logged(),
        account.received(),
        account.answersLost(),
        account.lost(),
        account.doubled(),
        millis(account.latencies().p50()),
        millis(account.latencies().p90()),
        millis(account.latencies().p99()),
        millis(account.latencies().max()));
  }

  private static String millis(long micros) {
    return String.format(Locale.ROOT, "%.1f", micros / 1000.0);
  }

  private static String check(Check check) {
    String result = check.result().name().toLowerCase(Locale.ROOT);
    return "<tr><td>%s</td><td class=\"%s\">%s</td><td>%s</td></tr>"
        .formatted(
            escape(check.statement()), result, result.replace('_', ' '), escape(check.observed()));
  }

  private static String findings(List<Finding> findings) {
    if (findings.isEmpty()) {
      return "<p>None.</p>";
    }
    String rows =
        lines(
            findings.stream()
                .limit(MOST_FINDINGS)
                .map(
                    each -> row(each.id(), each.phase().title(), each.discrepancy(), each.detail()))
                .toList());
    return "<p>%d; the first %d:</p><table class=\"text\">%s</table>"
        .formatted(findings.size(), Math.min(findings.size(), MOST_FINDINGS), rows);
  }

  private static String answersLost(List<String> ids) {
    return ids.isEmpty()
        ? "<p>None.</p>"
        : "<details><summary>%d requests</summary><code>%s</code></details>"
            .formatted(ids.size(), escape(String.join(" ", ids)));
  }

  private static String run(Run run) {
    return lines(
        List.of(
            term("started", run.started()),
            term("system", run.system()),
            term("load", "%d users a second arrive".formatted(run.traffic().usersPerSecond())),
            term(
                "phases",
                "%d s each after the warm-up".formatted(run.traffic().phase().toSeconds())),
            term("seed", run.traffic().seed()),
            term("again", run.command())));
  }

  private static String term(String term, Object text) {
    return "<dt>%s</dt><dd>%s</dd>".formatted(term, escape(text.toString()));
  }

  private static String row(Object... cells) {
    StringBuilder row = new StringBuilder("<tr>");
    for (Object cell : cells) {
      row.append("<td>").append(escape(cell.toString())).append("</td>");
    }
    return row.append("</tr>").toString();
  }

  private static String lines(List<String> lines) {
    return lines.stream().map(line -> line + "\n").collect(Collectors.joining());
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
