package io.albspec.reports.page;

import static io.albspec.reports.markup.Markup.element;

import io.albspec.reports.evidence.Evidence;
import io.albspec.reports.markup.Element;
import io.albspec.reports.verdict.Assessment;
import io.albspec.reports.verdict.RequirementResult;
import io.albspec.reports.verdict.ScenarioResult;
import java.util.List;

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
    result
        .stumbled()
        .ifPresent(
            attempt -> account.add(Course.of(attempt, result.reason())).add(exhibits.of(attempt)));
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
}
