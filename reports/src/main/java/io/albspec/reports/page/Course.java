package io.albspec.reports.page;

import static io.albspec.reports.markup.Markup.element;

import io.albspec.reports.evidence.Attempt;
import io.albspec.reports.evidence.StepRun;
import io.albspec.reports.evidence.StepRun.Position;
import io.albspec.reports.evidence.StepRun.Status;
import io.albspec.reports.markup.Element;

/** The steps of an attempt as they went, with the reason below the one that decided. */
final class Course {

  private final Element steps = element("ol").styled("steps");
  private final String reason;
  private Position before = Position.BEFORE;
  private boolean decided;

  private Course(String reason) {
    this.reason = reason;
  }

  static Element of(Attempt attempt, String reason) {
    Course course = new Course(reason);
    attempt.steps().forEach(course::add);
    if (!course.decided) {
      course.steps.add(element("li").styled("s-failed").add("(cut off)").add(course.message()));
    }
    return course.steps;
  }

  private void add(StepRun step) {
    boolean passed = step.status() == Status.PASSED;
    if (passed && step.text().isEmpty()) {
      return;
    }
    Element item =
        element("li")
            .styled(style(step))
            .add(element("span").styled("sr").add(Wording.lower(step.status()) + ": "))
            .add(element("span").styled("keyword").add(keyword(step)))
            .add(step.text());
    steps.add(passed || decided ? item : item.add(message()));
    decided = decided || !passed;
  }

  /** What did not pass but decides nothing is as good as skipped. */
  private String style(StepRun step) {
    boolean deciding = !decided && step.status() != Status.PASSED;
    return deciding ? "s-decided" : "s-" + Wording.lower(step.status());
  }

  private String keyword(StepRun step) {
    boolean same = step.position() == before;
    before = step.position();
    return switch (step.position()) {
      case BEFORE -> "Before the scenario";
      case AFTER -> "After the scenario";
      case GIVEN -> same ? "And " : "Given ";
      case WHEN -> same ? "And " : "When ";
      case THEN -> same ? "And " : "Then ";
    };
  }

  private Element message() {
    return element("pre").styled("message").add(reason);
  }
}
