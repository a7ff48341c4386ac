package io.albspec.reports.page;

import static io.albspec.reports.markup.Markup.element;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import io.albspec.reports.markup.Element;
import io.albspec.reports.markup.Markup;
import io.albspec.reports.verdict.Assessment;
import io.albspec.reports.verdict.ScenarioResult;
import io.albspec.reports.verdict.Verdict;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;

/** What went wrong, worst first: a card for each scenario or outline. */
final class FailureList {

  private FailureList() {}

  static Markup of(Assessment assessment) {
    List<ScenarioResult> wrong =
        assessment.scenarios().stream()
            .filter(result -> result.verdict().needsAttention())
            .toList();
    if (wrong.isEmpty()) {
      return Markup.all(List.of());
    }
    FailureCard card = new FailureCard(assessment);
    Element list =
        element("section")
            .styled("failures")
            .with("aria-labelledby", "failures")
            .add(element("h2").with("id", "failures").add("What went wrong"));
    wrong.stream()
        .collect(groupingBy(FailureList::outline, LinkedHashMap::new, toList()))
        .values()
        .stream()
        .sorted(Comparator.comparing(FailureList::verdict).reversed())
        .forEach(group -> list.add("\n").add(card.of(group)));
    return list;
  }

  private static String outline(ScenarioResult result) {
    return result.place().path() + ":" + result.place().line() + " " + result.verdict();
  }

  private static Verdict verdict(List<ScenarioResult> group) {
    return group.get(0).verdict();
  }
}
