package io.albspec.reports.badge;

import static io.albspec.reports.markup.Markup.element;

import io.albspec.reports.markup.Element;
import io.albspec.reports.markup.Markup;
import io.albspec.reports.verdict.Assessment;
import io.albspec.reports.verdict.RequirementResult;
import io.albspec.reports.verdict.Tally;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The result as a small picture: a label and a coloured word. */
public final class Badge {

  /** The file it is kept in. */
  public static final String FILE = "badge.svg";

  private static final String LABEL = "albspec";
  private static final int HEIGHT = 20;
  private static final int PADDING = 7;

  /** Average advance of a character at 11 pixels; the text is then fitted to its box. */
  private static final double ADVANCE = 6.3;

  private Badge() {}

  /** The bytes of the file. */
  public static byte[] write(Assessment assessment) {
    List<RequirementResult> core =
        assessment.requirementsInScope().stream().filter(RequirementResult::core).toList();
    Tally tally = Tally.of(core);
    String value =
        "%s, core %d/%d".formatted(assessment.certification().text(), tally.good(), tally.total());
    String colour =
        switch (assessment.certification()) {
          case CERTIFIED -> "#1a7f4b";
          case NOT_CERTIFIED -> "#b3243f";
          case PARTIAL -> "#8a5a00";
        };
    return Markup.document("", picture(value, colour)).getBytes(StandardCharsets.UTF_8);
  }

  private static Element picture(String value, String colour) {
    int left = width(LABEL);
    int right = width(value);
    return element("svg")
        .with("xmlns", "http://www.w3.org/2000/svg")
        .with("width", String.valueOf(left + right))
        .with("height", String.valueOf(HEIGHT))
        .with("role", "img")
        .with("aria-label", LABEL + ": " + value)
        .add(element("title").add(LABEL + ": " + value))
        .add(element("clipPath").with("id", "r").add(box(0, left + right, "#fff").with("rx", "3")))
        .add(
            element("g")
                .with("clip-path", "url(#r)")
                .add(box(0, left, "#333a44"))
                .add(box(left, right, colour)))
        .add(
            element("g")
                .with("fill", "#fff")
                .with("font-family", "Verdana,DejaVu Sans,sans-serif")
                .with("font-size", "11")
                .add(words(0, LABEL))
                .add(words(left, value)));
  }

  private static Element box(int x, int width, String colour) {
    return element("rect")
        .with("x", String.valueOf(x))
        .with("width", String.valueOf(width))
        .with("height", String.valueOf(HEIGHT))
        .with("fill", colour);
  }

  private static Element words(int x, String text) {
    return element("text")
        .with("x", String.valueOf(x + PADDING))
        .with("y", "14")
        .with("textLength", String.valueOf(width(text) - 2 * PADDING))
        .add(text);
  }

  private static int width(String text) {
    return (int) Math.ceil(text.length() * ADVANCE) + 2 * PADDING;
  }
}
