package io.albspec.reports.page;

import static io.albspec.reports.markup.Markup.element;

import io.albspec.reports.evidence.Run;
import io.albspec.reports.markup.Element;
import io.albspec.reports.verdict.Assessment;
import io.albspec.reports.verdict.Conclusion;
import io.albspec.reports.verdict.RequirementResult;
import io.albspec.reports.verdict.Tally;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/** Which system, which result, and the four numbers that matter. */
final class Masthead {

  private Masthead() {}

  static Element of(Assessment assessment) {
    Run run = assessment.run();
    String result = assessment.certification().text();
    Element verdict =
        element("p")
            .styled("result r-" + Wording.lower(assessment.certification()))
            .add(
                element("strong")
                    .add(result.substring(0, 1).toUpperCase(Locale.ROOT) + result.substring(1)))
            .add(" " + Conclusion.of(assessment));
    return element("header")
        .styled("masthead")
        .add(element("p").styled("kicker").add("Application Load Balancer conformance"))
        .add(element("h1").add(run.system().title()))
        .add(
            element("p")
                .styled("byline")
                .add(
                    "%s, driver %s. Tested on %s."
                        .formatted(
                            run.system().vendor(),
                            run.system().driver(),
                            Wording.time(run.started()))))
        .add(verdict)
        .add(figures(assessment));
  }

  private static Element figures(Assessment assessment) {
    List<RequirementResult> all = assessment.requirementsInScope();
    Tally scenarios = Tally.ofScenarios(assessment.scenarios());
    return element("dl")
        .styled("figures")
        .add(figure("Core requirements", tally(all, RequirementResult::core)))
        .add(figure("Extended requirements", tally(all, result -> !result.core())))
        .add(figure("Scenarios", scenarios))
        .add(figure("Duration", Wording.duration(assessment.run().took()), ""));
  }

  private static Tally tally(List<RequirementResult> all, Predicate<RequirementResult> which) {
    return Tally.of(all.stream().filter(which).toList());
  }

  private static Element figure(String name, Tally tally) {
    return figure(name, String.valueOf(tally.good()), " of " + tally.total());
  }

  private static Element figure(String name, String number, String rest) {
    return element("div")
        .add(element("dt").add(name))
        .add(element("dd").add(element("b").add(number)).add(rest));
  }
}
