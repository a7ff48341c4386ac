package io.albspec.reports.page;

import static io.albspec.reports.markup.Markup.element;

import io.albspec.features.Requirement;
import io.albspec.reports.markup.Element;
import io.albspec.reports.verdict.RequirementResult;
import io.albspec.reports.verdict.ScenarioResult;
import io.albspec.reports.verdict.Tally;
import io.albspec.reports.verdict.Verdict;
import java.util.Comparator;
import java.util.List;

/** A requirement with its verdict beside it and its scenarios below. */
final class RequirementRow {

  private RequirementRow() {}

  static Element of(RequirementResult result) {
    Element text =
        element("div")
            .add(element("p").styled("statement").add(result.requirement().statement()))
            .add(meta(result.requirement()));
    if (result.inScope() && result.verdict() != Verdict.PASSED) {
      addReason(text, result);
    }
    if (!result.requirement().notes().isBlank()) {
      text.add(element("p").styled("notes").add(result.requirement().notes()));
    }
    if (!result.scenarios().isEmpty()) {
      text.add(scenarios(result));
    }
    return element("article")
        .styled("req " + Wording.style(result))
        .with("id", result.id())
        .with("data-show", group(result))
        .add(result.inScope() ? VerdictMark.of(result.verdict()) : VerdictMark.awsOnly())
        .add(text);
  }

  private static String group(RequirementResult result) {
    if (!result.inScope()) {
      return "aws-only";
    }
    return result.verdict().needsAttention() ? "attention" : Wording.lower(result.verdict());
  }

  private static Element meta(Requirement requirement) {
    String tier = Wording.lower(requirement.tier());
    return element("p")
        .styled("meta")
        .add(element("a").styled("id").with("href", "#" + requirement.id()).add(requirement.id()))
        .add(" line " + requirement.line())
        .add(element("span").styled("tier " + tier).add(tier))
        .add(requirement.feature());
  }

  private static void addReason(Element text, RequirementResult result) {
    Element reason = element("p").styled("reason").add(result.firstLine());
    if (result.verdict().needsAttention()) {
      result
          .deciding()
          .ifPresent(
              scenario ->
                  reason
                      .add(" ")
                      .add(
                          element("a")
                              .with("href", "#" + scenario.anchor())
                              .add("See what happened")));
    }
    text.add(reason);
  }

  private static Element scenarios(RequirementResult result) {
    Element list = element("ul").styled("scenarios");
    result.scenarios().stream()
        .sorted(Comparator.comparing(ScenarioResult::verdict).reversed())
        .forEach(scenario -> list.add(scenario(scenario)));
    String title = title(result.scenarios()) + ", " + Wording.duration(result.took());
    return element("details").add(element("summary").add(title)).add(list);
  }

  private static String title(List<ScenarioResult> scenarios) {
    Tally tally = Tally.ofScenarios(scenarios);
    String count = Wording.count(tally.total(), "scenario");
    return tally.of(Verdict.PASSED) == tally.total() ? count : count + ": " + tally.words();
  }

  private static Element scenario(ScenarioResult scenario) {
    Element item = element("li").styled(Wording.style(scenario.verdict()));
    if (scenario.verdict().needsAttention()) {
      item.add(element("a").with("href", "#" + scenario.anchor()).add(scenario.name()));
    } else {
      item.add(scenario.name());
    }
    return item.add(element("small").add(" " + Wording.duration(scenario.took())));
  }
}
