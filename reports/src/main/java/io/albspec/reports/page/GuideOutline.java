package io.albspec.reports.page;

import static io.albspec.reports.markup.Markup.element;

import io.albspec.reports.guide.Outline;
import io.albspec.reports.guide.Section;
import io.albspec.reports.markup.Element;
import io.albspec.reports.verdict.Assessment;
import io.albspec.reports.verdict.RequirementResult;
import io.albspec.reports.verdict.Tally;
import java.util.List;

/** The guide section by section, so that what nothing is demanded of is seen too. */
final class GuideOutline {

  private final List<RequirementResult> all;

  private GuideOutline(List<RequirementResult> all) {
    this.all = all;
  }

  static Element of(Assessment assessment, Outline outline) {
    GuideOutline guide = new GuideOutline(assessment.requirements());
    Element section =
        element("section")
            .styled("guide")
            .with("aria-labelledby", "guide")
            .add(element("h2").with("id", "guide").add("The guide, section by section"));
    for (Section chapter : outline.chapters()) {
      section.add("\n").add(guide.chapter(chapter, outline.sections(chapter.chapter())));
    }
    return section;
  }

  private Element chapter(Section chapter, List<Section> sections) {
    Element list = element("ol");
    sections.forEach(section -> list.add("\n").add(row(section)));
    long covered = sections.stream().filter(section -> !within(section).isEmpty()).count();
    String count =
        sections.isEmpty()
            ? "no sections"
            : "%d of %d sections have requirements".formatted(covered, sections.size());
    Element summary =
        element("summary")
            .add(element("b").add(chapter.title()))
            .add(element("small").add(" line %d, %s".formatted(chapter.from(), count)));
    return element("details").add(summary).add(list);
  }

  private Element row(Section section) {
    List<RequirementResult> here = within(section);
    Element row =
        element("li")
            .styled("l" + section.level() + (here.isEmpty() ? " bare" : ""))
            .add(element("small").add(section.from() + "–" + section.to()));
    if (here.isEmpty()) {
      return row.add(element("span").add(section.title())).add(element("em").add("no requirement"));
    }
    Tally tally = Tally.of(here.stream().filter(RequirementResult::inScope).toList());
    return row.add(element("a").with("href", "#" + here.get(0).id()).add(section.title()))
        .add(element("span").styled("count").add(Bar.of(tally)).add(ratio(tally, here.size())));
  }

  private static String ratio(Tally tally, int all) {
    return tally.total() == 0
        ? Wording.count(all, "requirement") + ", AWS only"
        : tally.good() + " of " + tally.total();
  }

  private List<RequirementResult> within(Section section) {
    return all.stream().filter(result -> section.holds(result.requirement().line())).toList();
  }
}
