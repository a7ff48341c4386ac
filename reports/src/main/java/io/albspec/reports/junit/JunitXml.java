package io.albspec.reports.junit;

import static io.albspec.reports.markup.Markup.element;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import io.albspec.reports.markup.Element;
import io.albspec.reports.markup.Markup;
import io.albspec.reports.verdict.Assessment;
import io.albspec.reports.verdict.ScenarioResult;
import io.albspec.reports.verdict.Tally;
import io.albspec.reports.verdict.Verdict;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;

/** The results as JUnit's XML: a suite per feature file, a case per scenario. */
public final class JunitXml {

  /** The file it is kept in. */
  public static final String FILE = "junit.xml";

  private static final String PROLOGUE = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

  private JunitXml() {}

  /** The bytes of the file. */
  public static byte[] write(Assessment assessment) {
    List<ScenarioResult> all = assessment.scenarios();
    Element suites =
        counted(element("testsuites"), all).with("name", assessment.run().system().title());
    all.stream()
        .collect(groupingBy(result -> result.place().path(), TreeMap::new, toList()))
        .forEach(
            (path, results) ->
                suites.add("\n").add(suite(path, results, assessment.run().started().toString())));
    return Markup.document(PROLOGUE, suites.add("\n")).getBytes(StandardCharsets.UTF_8);
  }

  private static Element suite(String path, List<ScenarioResult> results, String started) {
    Element suite =
        counted(element("testsuite"), results).with("name", path).with("timestamp", started);
    results.forEach(result -> suite.add("\n  ").add(testCase(result)));
    return suite.add("\n");
  }

  private static Element counted(Element element, List<ScenarioResult> results) {
    Tally tally = Tally.ofScenarios(results);
    Duration took =
        results.stream().map(ScenarioResult::took).reduce(Duration.ZERO, Duration::plus);
    return element
        .with("tests", String.valueOf(tally.total()))
        .with("failures", String.valueOf(tally.of(Verdict.FAILED)))
        .with("errors", String.valueOf(tally.of(Verdict.ERROR) + tally.of(Verdict.UNSTABLE)))
        .with("skipped", String.valueOf(tally.missing()))
        .with("time", seconds(took));
  }

  private static Element testCase(ScenarioResult result) {
    String path = result.place().path().replaceFirst("\\.feature$", "");
    Element testCase =
        element("testcase")
            .with("classname", path.replace('/', '.'))
            .with(
                "name",
                result.name() + " (" + result.place().line() + "/" + result.place().row() + ")")
            .with("time", seconds(result.took()));
    outcome(result).ifPresent(testCase::add);
    return testCase;
  }

  private static Optional<Element> outcome(ScenarioResult result) {
    String prefix = result.verdict().text().toLowerCase(Locale.ROOT) + ": ";
    return switch (result.verdict()) {
      case PASSED -> Optional.empty();
      case FAILED -> Optional.of(detailed("failure", result, ""));
      case ERROR -> Optional.of(detailed("error", result, ""));
      case UNSTABLE -> Optional.of(detailed("error", result, prefix));
      case UNSUPPORTED, NOT_RUN ->
          Optional.of(element("skipped").with("message", prefix + result.firstLine()));
      case OBSERVED, WAIVED, WARNED ->
          Optional.of(element("system-out").add(prefix + result.reason()));
    };
  }

  private static Element detailed(String name, ScenarioResult result, String prefix) {
    String shows = String.join(", ", result.requirements());
    return element(name)
        .with("type", result.verdict().key())
        .with("message", prefix + result.firstLine())
        .add("%s\n%s\n\n%s".formatted(shows, result.place(), result.reason()));
  }

  private static String seconds(Duration duration) {
    return String.format(Locale.ROOT, "%.3f", duration.toMillis() / 1000.0);
  }
}
