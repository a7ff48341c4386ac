package io.albspec.reports.page;

import static io.albspec.reports.markup.Markup.element;

import io.albspec.reports.evidence.Attempt;
import io.albspec.reports.evidence.Evidence;
import io.albspec.reports.evidence.StepRun;
import io.albspec.reports.markup.Element;
import io.albspec.reports.verdict.Assessment;
import io.albspec.reports.verdict.RequirementResult;
import io.albspec.reports.verdict.ScenarioResult;
import java.util.List;
import java.util.Locale;

/** One thing that went wrong: what was demanded, what happened, and the bytes. */
final class FailureCard {

  private final Assessment assessment;
  private final ExhibitList exhibits = new ExhibitList();

  FailureCard(Assessment assessment) {
    this.assessment = assessment;
  }

  /** A card for the rows of an outline that have the same verdict, or for one scenario. */
  Element of(List<ScenarioResult> rows) {
    ScenarioResult first = rows.get(0);
    Element card =
        element("article")
            .styled("failure " + Wording.style(first.verdict()))
            .with("id", first.anchor())
            .add(element("h3").add(VerdictMark.of(first.verdict())).add(" ").add(first.name()))
            .add(demands(first))
            .add(account(first));
    List<ScenarioResult> others = rows.subList(1, rows.size());
    if (!others.isEmpty()) {
      card.add(more(others));
    }
    return card;
  }

  private Element more(List<ScenarioResult> others) {
    Element more =
        element("details")
            .styled("more")
            .add(
                element("summary")
                    .add(
                        Wording.count(others.size(), "more example")
                            + " of this outline with the same verdict"));
    for (ScenarioResult other : others) {
      more.add(
          element("section")
              .with("id", other.anchor())
              .add(element("h4").add(other.name()))
              .add(account(other)));
    }
    return more;
  }

  private Element demands(ScenarioResult result) {
    Element demands = element("ul").styled("demands");
    for (String id : result.requirements()) {
      assessment.requirement(id).map(FailureCard::demand).ifPresent(demands::add);
    }
    return demands;
  }

  private static Element demand(RequirementResult result) {
    return element("li")
        .add(element("span").styled("statement").add(result.requirement().statement()))
        .add(" ")
        .add(
            element("span")
                .styled("meta")
                .add(element("a").with("href", "#" + result.id()).add(result.id()))
                .add(", " + Wording.source(result.requirement())));
  }

  private Element account(ScenarioResult result) {
    Element account = element("div").styled("account");
    account.add(element("pre").styled("message").add(result.reason()));
    result.stumbled().ifPresent(attempt -> addCourse(account, attempt));
    String line =
        result
            .stumbled()
            .map(attempt -> ", %s line %d".formatted(Evidence.MESSAGES, attempt.line()))
            .orElse("");
    return account.add(
        element("p")
            .styled("meta")
            .add("%s, %s%s".formatted(result.place(), Wording.duration(result.took()), line)));
  }

  private void addCourse(Element account, Attempt attempt) {
    Element steps = element("ol").styled("steps");
    attempt.steps().stream()
        .filter(step -> !step.text().isEmpty() || step.status() != StepRun.Status.PASSED)
        .forEach(step -> steps.add(step(step)));
    account
        .add(element("details").styled("course").add(element("summary").add("Steps")).add(steps))
        .add(exhibits.of(attempt));
  }

  private static Element step(StepRun step) {
    String status = step.status().name().toLowerCase(Locale.ROOT);
    String hook =
        step.position() == StepRun.Position.BEFORE
            ? "(before the scenario)"
            : "(after the scenario)";
    return element("li")
        .styled("s-" + status)
        .add(element("span").styled("sr").add(status + ": "))
        .add(step.text().isEmpty() ? hook : step.text());
  }
}
