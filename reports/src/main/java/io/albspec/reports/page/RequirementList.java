package io.albspec.reports.page;

import static io.albspec.reports.markup.Markup.element;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import io.albspec.features.Requirement;
import io.albspec.reports.guide.Outline;
import io.albspec.reports.guide.Section;
import io.albspec.reports.markup.Element;
import io.albspec.reports.verdict.Assessment;
import io.albspec.reports.verdict.RequirementResult;
import io.albspec.reports.verdict.Verdict;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** All requirements in the order of the guide, with means to find and to filter. */
final class RequirementList {

  private final List<RequirementResult> all;
  private final Outline outline;

  private RequirementList(List<RequirementResult> all, Outline outline) {
    this.all = all;
    this.outline = outline;
  }

  static Element of(Assessment assessment, Outline outline) {
    RequirementList requirements = new RequirementList(assessment.requirements(), outline);
    Element list =
        element("section")
            .with("aria-labelledby", "requirements")
            .add(element("h2").with("id", "requirements").add("Requirements"))
            .add(tools(assessment.requirements()));
    for (String chapter : outline.sorted(assessment.chapters())) {
      list.add("\n").add(requirements.chapter(chapter));
    }
    return list;
  }

  private Element chapter(String chapter) {
    Map<String, List<RequirementResult>> sections =
        all.stream()
            .filter(result -> result.requirement().chapter().equals(chapter))
            .collect(
                groupingBy(result -> result.requirement().section(), LinkedHashMap::new, toList()));
    Element group =
        element("section")
            .styled("chapter")
            .with("id", "chapter-" + chapter)
            .add(element("h3").add(outline.title(chapter)));
    sections.values().stream()
        .sorted(Comparator.comparing(this::line))
        .forEach(results -> group.add("\n").add(section(results)));
    return group;
  }

  /** Where the section begins; one the outline does not have begins with its first requirement. */
  private int line(List<RequirementResult> results) {
    return place(results).map(Section::from).orElse(results.get(0).requirement().line());
  }

  private Optional<Section> place(List<RequirementResult> results) {
    Requirement first = results.get(0).requirement();
    return outline.section(first.chapter(), first.section(), first.line());
  }

  private Element section(List<RequirementResult> results) {
    Element title = element("h4").add(results.get(0).requirement().section());
    place(results)
        .ifPresent(
            place -> title.add(element("small").add(" lines " + place.from() + "–" + place.to())));
    Element section = element("section").styled("section").add(title);
    results.forEach(result -> section.add("\n").add(RequirementRow.of(result)));
    return section;
  }

  private static Element tools(List<RequirementResult> all) {
    Element filters = element("fieldset").add(element("legend").styled("sr").add("Show"));
    filters.add(filter("all", "All", all, result -> true));
    filters.add(filter("attention", "Failed", all, RequirementList::wrong));
    filters.add(filter("unsupported", "Unsupported", all, is(Verdict.UNSUPPORTED)));
    filters.add(filter("not-run", "Not run", all, is(Verdict.NOT_RUN)));
    filters.add(filter("passed", "Passed", all, is(Verdict.PASSED)));
    Element search =
        element("input")
            .with("type", "search")
            .with("id", "search")
            .with("placeholder", "Search: id, words, line")
            .with("aria-label", "Search requirements by id, words or line");
    return element("form")
        .styled("tools")
        .with("hidden", "")
        .with("role", "search")
        .add(filters)
        .add(search)
        .add(element("output").with("id", "shown").with("role", "status"));
  }

  private static boolean wrong(RequirementResult result) {
    return result.inScope() && result.verdict().needsAttention();
  }

  private static Predicate<RequirementResult> is(Verdict verdict) {
    return result -> result.inScope() && result.verdict() == verdict;
  }

  private static Element filter(
      String value, String title, List<RequirementResult> all, Predicate<RequirementResult> which) {
    Element choice =
        element("input").with("type", "radio").with("name", "show").with("value", value);
    return element("label")
        .add(value.equals("all") ? choice.with("checked", "") : choice)
        .add(
            element("span")
                .add(title + " ")
                .add(element("b").add(String.valueOf(all.stream().filter(which).count()))));
  }
}
