package io.albspec.reports.page;

import static io.albspec.reports.markup.Markup.element;

import io.albspec.reports.evidence.Attempt;
import io.albspec.reports.evidence.Evidence;
import io.albspec.reports.evidence.Exhibit;
import io.albspec.reports.markup.Element;
import io.albspec.reports.markup.Markup;
import java.util.List;

/** What failing scenarios attached, as long as the page does not become too large. */
final class ExhibitList {

  /** Characters of attachments on one page: enough to see what is wrong, quick to open. */
  private static final int BUDGET = 4 * 1024 * 1024;

  private int left = BUDGET;

  /** The exhibits of one attempt: exchanges first, the configuration behind them. */
  Markup of(Attempt attempt) {
    List<Element> shown =
        attempt.exhibits().stream()
            .filter(exhibit -> exhibit.kind() != Exhibit.Kind.UNSUPPORTED)
            .sorted((a, b) -> a.kind().compareTo(b.kind()))
            .map(exhibit -> exhibit(exhibit, attempt.line()))
            .toList();
    return Markup.all(shown);
  }

  private Element exhibit(Exhibit exhibit, int line) {
    String where = "%s, from line %d on".formatted(Evidence.MESSAGES, line);
    if (exhibit.body().length() > left || exhibit.body().isEmpty()) {
      return element("p").styled("elsewhere").add("%s: in %s.".formatted(title(exhibit), where));
    }
    left -= exhibit.body().length();
    Element details =
        element("details")
            .styled("exhibit")
            .add(element("summary").add(title(exhibit)))
            .add(content(exhibit));
    if (exhibit.omitted() > 0) {
      details.add(
          element("p")
              .styled("elsewhere")
              .add("%d characters more in %s.".formatted(exhibit.omitted(), where)));
    }
    return exhibit.kind() == Exhibit.Kind.WIRE ? details.with("open", "") : details;
  }

  private static Element content(Exhibit exhibit) {
    return exhibit.kind() == Exhibit.Kind.WIRE
        ? Wire.of(exhibit.body())
        : element("pre").styled("plain").add(exhibit.body());
  }

  private static String title(Exhibit exhibit) {
    String kind =
        switch (exhibit.kind()) {
          case WIRE -> "Exchange";
          case CONFIGURATION -> "Configuration as rendered";
          case UNSUPPORTED -> "Reason";
          case TEXT -> "Attachment";
        };
    return exhibit.title().isBlank() ? kind : kind + ": " + exhibit.title();
  }
}
