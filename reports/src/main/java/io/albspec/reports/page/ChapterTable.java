package io.albspec.reports.page;

import static io.albspec.reports.markup.Markup.element;

import io.albspec.reports.guide.Outline;
import io.albspec.reports.markup.Element;
import io.albspec.reports.verdict.Assessment;
import io.albspec.reports.verdict.RequirementResult;
import io.albspec.reports.verdict.Tally;
import io.albspec.reports.verdict.Verdict;
import java.util.List;
import java.util.function.Predicate;

/** The result chapter by chapter: two bars each. */
final class ChapterTable {

  private ChapterTable() {}

  static Element of(Assessment assessment, Outline outline) {
    Element rows = element("tbody");
    for (String chapter : outline.sorted(assessment.chapters())) {
      List<RequirementResult> all =
          assessment.requirementsInScope().stream()
              .filter(result -> result.requirement().chapter().equals(chapter))
              .toList();
      rows.add("\n").add(row(chapter, outline.title(chapter), all));
    }
    Element head =
        element("tr")
            .add(element("th").with("scope", "col").add("Chapter"))
            .add(element("th").with("scope", "col").add("Core"))
            .add(element("th").with("scope", "col").add("Extended"));
    return element("section")
        .with("aria-labelledby", "summary")
        .add(element("h2").with("id", "summary").add("By chapter"))
        .add(element("table").styled("chapters").add(element("thead").add(head)).add(rows))
        .add(legend(assessment));
  }

  private static Element row(String chapter, String title, List<RequirementResult> all) {
    return element("tr")
        .add(
            element("th")
                .with("scope", "row")
                .add(element("a").with("href", "#chapter-" + chapter).add(title)))
        .add(cell("Core", all, RequirementResult::core))
        .add(cell("Extended", all, result -> !result.core()));
  }

  private static Element cell(
      String tier, List<RequirementResult> all, Predicate<RequirementResult> which) {
    Tally tally = Tally.of(all.stream().filter(which).toList());
    Element cell = element("td").with("data-tier", tier);
    if (tally.total() == 0) {
      return cell.add(element("span").styled("none").add("none"));
    }
    return cell.add(Bar.of(tally))
        .add(
            element("span")
                .styled("ratio")
                .add(element("b").add(String.valueOf(tally.good())))
                .add(" of " + tally.total()))
        .add(element("span").styled("sr").add(" (" + tally.words() + ")"));
  }

  private static Element legend(Assessment assessment) {
    Tally tally = Tally.of(assessment.requirementsInScope());
    Element legend = element("ul").styled("legend").with("aria-label", "Verdicts");
    for (Verdict verdict : Verdict.values()) {
      if (tally.of(verdict) > 0) {
        legend.add(element("li").add(VerdictMark.of(verdict)).add(" " + tally.of(verdict)));
      }
    }
    return legend;
  }
}
