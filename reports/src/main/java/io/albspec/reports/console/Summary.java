package io.albspec.reports.console;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toList;

import io.albspec.reports.guide.Outline;
import io.albspec.reports.verdict.Assessment;
import io.albspec.reports.verdict.Conclusion;
import io.albspec.reports.verdict.RequirementResult;
import io.albspec.reports.verdict.ScenarioResult;
import io.albspec.reports.verdict.Tally;
import io.albspec.reports.verdict.Verdict;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Predicate;

/** The result for the terminal: counts, what is wrong, where to look, and the result last. */
public final class Summary {

  private static final int MESSAGE_LINES = 6;
  private static final int WIDTH = 110;

  private final Assessment assessment;
  private final Outline outline;
  private final Style style;
  private final StringBuilder out = new StringBuilder();

  private Summary(Assessment assessment, Outline outline, boolean colours) {
    this.assessment = assessment;
    this.outline = outline;
    this.style = new Style(colours);
  }

  /**
   * The text, ending with a line feed.
   *
   * @param files that were written, to be named
   */
  public static String render(
      Assessment assessment, Outline outline, List<Path> files, boolean colours) {
    return new Summary(assessment, outline, colours).text(files);
  }

  private String text(List<Path> files) {
    line(style.bold(assessment.run().system().title()) + style.faint(" against the guide"));
    line("");
    line(style.faint("%-28s %-18s %s".formatted("chapter", "core", "extended")));
    outline.sorted(assessment.chapters()).forEach(this::chapter);
    attention();
    line("");
    files.forEach(file -> line(style.faint(pad(file.getFileName().toString(), 18)) + file));
    line("");
    String result = assessment.certification().text();
    line(style.of(assessment.certification(), result) + ": " + Conclusion.of(assessment));
    return out.toString();
  }

  private void chapter(String chapter) {
    List<RequirementResult> all =
        assessment.requirementsInScope().stream()
            .filter(result -> result.requirement().chapter().equals(chapter))
            .toList();
    String core = ratio(all, RequirementResult::core);
    String extended = ratio(all, result -> !result.core());
    String wrong =
        List.of(
                Verdict.FAILED,
                Verdict.ERROR,
                Verdict.UNSTABLE,
                Verdict.UNSUPPORTED,
                Verdict.NOT_RUN)
            .stream()
            .filter(verdict -> Tally.of(all).of(verdict) > 0)
            .map(verdict -> style.of(verdict, count(all, verdict)))
            .collect(joining(", "));
    line("%-28s %-18s %-18s %s".formatted(outline.title(chapter), core, extended, wrong).strip());
  }

  private static String ratio(List<RequirementResult> all, Predicate<RequirementResult> which) {
    Tally tally = Tally.of(all.stream().filter(which).toList());
    return tally.total() == 0 ? "-" : tally.good() + " of " + tally.total();
  }

  private static String count(List<RequirementResult> all, Verdict verdict) {
    return Tally.of(all).of(verdict) + " " + verdict.counted();
  }

  /** What one scenario brought down together is told together. */
  private void attention() {
    assessment.requirementsInScope().stream()
        .filter(result -> result.verdict().needsAttention())
        .collect(
            groupingBy(result -> result.deciding().orElseThrow(), LinkedHashMap::new, toList()))
        .forEach(
            (scenario, results) -> {
              line("");
              results.forEach(this::requirement);
              failure(scenario);
            });
  }

  private void requirement(RequirementResult result) {
    Verdict verdict = result.verdict();
    String place = ", line " + result.requirement().line();
    line(style.of(verdict, pad(verdict.text(), 9)) + style.bold(result.id()) + style.faint(place));
    line("  " + result.requirement().statement());
  }

  private void failure(ScenarioResult scenario) {
    scenario
        .reason()
        .lines()
        .filter(text -> !text.isBlank())
        .limit(MESSAGE_LINES)
        .forEach(text -> line("    " + cut(printable(text))));
    String evidence =
        scenario.stumbled().map(attempt -> ", messages.ndjson:" + attempt.line()).orElse("");
    line(style.faint("    " + scenario.place() + evidence));
  }

  private static String pad(String text, int width) {
    return text + " ".repeat(Math.max(0, width - text.length()));
  }

  private static String cut(String text) {
    return text.length() <= WIDTH ? text : text.substring(0, WIDTH - 1) + "…";
  }

  /** Nothing of the evidence may steer the terminal. */
  private static String printable(String text) {
    return text.replaceAll("[\\p{Cntrl}&&[^\t]]", "?");
  }

  private void line(String text) {
    out.append(text).append('\n');
  }
}
