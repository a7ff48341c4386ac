package io.albspec.reports.page;

import static io.albspec.reports.markup.Markup.element;

import io.albspec.reports.evidence.Evidence;
import io.albspec.reports.evidence.Run;
import io.albspec.reports.markup.Element;
import io.albspec.reports.verdict.Assessment;
import io.albspec.reports.verdict.Specification;
import java.util.TreeMap;

/** Where the page comes from, and how to make it again. */
final class Colophon {

  private Colophon() {}

  static Element of(Assessment assessment) {
    Run run = assessment.run();
    Specification specification = assessment.specification();
    Element facts =
        element("dl")
            .add(fact("Run again", element("code").add(run.command())))
            .add(fact("Check", element("code").add("albspec-report verify .")))
            .add(
                fact(
                    "Catalogue",
                    element("span")
                        .add(
                            "%s, %s, %s, SHA-256 "
                                .formatted(
                                    specification.version(),
                                    Wording.count(
                                        specification.catalogue().requirements().size(),
                                        "requirement"),
                                    Wording.count(specification.scenarios(), "scenario")))
                        .add(element("code").add(specification.catalogue().sha256()))))
            .add(
                fact(
                    "Evidence",
                    element("span")
                        .add(Evidence.MESSAGES + ", SHA-256 ")
                        .add(element("code").add(assessment.evidenceSha256()))))
            .add(fact("Environment", element("span").add(environment(run))))
            .add(fact("Signature", element("span").add("none")));
    return element("footer").add(element("h2").add("Provenance")).add(facts);
  }

  private static Element fact(String name, Element value) {
    return element("div").add(element("dt").add(name)).add(element("dd").add(value));
  }

  private static String environment(Run run) {
    StringBuilder text = new StringBuilder();
    new TreeMap<>(run.environment())
        .forEach(
            (name, value) ->
                text.append(text.length() == 0 ? "" : ", ").append(name).append(' ').append(value));
    return text.toString();
  }
}
