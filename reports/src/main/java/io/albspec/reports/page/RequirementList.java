package io.albspec.reports.page;

import static io.albspec.reports.markup.Markup.element;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import io.albspec.reports.guide.Outline;
import io.albspec.reports.markup.Element;
import io.albspec.reports.verdict.Assessment;
import io.albspec.reports.verdict.RequirementResult;
import io.albspec.reports.verdict.Verdict;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** All requirements in the order of the guide, with means to find and to filter. */
final class RequirementList {

  private RequirementList() {}

  static Element of(Assessment assessment, Outline outline) {
    Element list =
        element("section")
            .with("aria-labelledby", "requirements")
            .add(element("h2").with("id", "requirements").add("Requirements"))
            .add(tools(assessment.requirements()));
    for (String chapter : assessment.chapters()) {
      list.add("\n").add(chapter(chapter, assessment, outline));
    }
    return list;
  }

  private static Element chapter(String chapter, Assessment assessment, Outline outline) {
    Map<String, List<RequirementResult>> sections =
        assessment.requirements().stream()
            .filter(result -> result.requirement().chapter().equals(chapter))
            .collect(
                groupingBy(result -> result.requirement().section(), LinkedHashMap::new, toList()));
    Element group =
        element("section")
            .styled("chapter")
            .with("id", "chapter-" + chapter)
            .add(element("h3").add(outline.title(chapter)));
    sections.forEach((title, results) -> group.add("\n").add(section(title, results)));
    return group;
  }

  private static Element section(String title, List<RequirementResult> results) {
    Element section = element("section").styled("section").add(element("h4").add(title));
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
