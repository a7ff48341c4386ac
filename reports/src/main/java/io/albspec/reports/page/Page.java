package io.albspec.reports.page;

import static io.albspec.reports.markup.Markup.element;

import io.albspec.reports.guide.Outline;
import io.albspec.reports.markup.Asset;
import io.albspec.reports.markup.Element;
import io.albspec.reports.markup.Markup;
import io.albspec.reports.verdict.Assessment;
import java.nio.charset.StandardCharsets;

/** The whole page. */
public final class Page {

  /** The file it is kept in. */
  public static final String FILE = "index.html";

  private Page() {}

  /** The bytes of the page. */
  public static byte[] write(Assessment assessment, Outline outline) {
    Element html =
        element("html")
            .with("lang", "en")
            .add(head(assessment))
            .add("\n")
            .add(body(assessment, outline));
    return Markup.document("<!DOCTYPE html>\n", html).getBytes(StandardCharsets.UTF_8);
  }

  private static Element head(Assessment assessment) {
    String title = assessment.run().system().title() + ": " + assessment.certification().text();
    String policy =
        "default-src 'none'; style-src 'unsafe-inline'; script-src " + script().policy();
    return element("head")
        .add(element("meta").with("charset", "utf-8"))
        .add(element("meta").with("http-equiv", "Content-Security-Policy").with("content", policy))
        .add(
            element("meta")
                .with("name", "viewport")
                .with("content", "width=device-width, initial-scale=1"))
        .add(element("meta").with("name", "color-scheme").with("content", "light dark"))
        .add(element("title").add(title))
        .add(element("style").add(Asset.load(Page.class, "page.css")));
  }

  private static Element body(Assessment assessment, Outline outline) {
    Element main =
        element("main")
            .with("id", "main")
            .add(ChapterTable.of(assessment, outline))
            .add(FailureList.of(assessment))
            .add(RequirementList.of(assessment, outline))
            .add(GuideOutline.of(assessment, outline));
    return element("body")
        .add(
            element("a")
                .styled("skip")
                .with("href", "#requirements")
                .add("Skip to the requirements"))
        .add(Masthead.of(assessment))
        .add("\n")
        .add(main)
        .add("\n")
        .add(Colophon.of(assessment))
        .add(element("script").add(script()));
  }

  private static Asset script() {
    return Asset.load(Page.class, "page.js");
  }
}
