package io.albspec.reports.page;

import static io.albspec.reports.markup.Markup.element;

import io.albspec.reports.markup.Element;
import io.albspec.reports.verdict.Tally;
import io.albspec.reports.verdict.Verdict;

/** A tally as a bar: a stretch per verdict, as long as its count. */
final class Bar {

  private Bar() {}

  static Element of(Tally tally) {
    Element bar = element("span").styled("bar").with("aria-hidden", "true");
    for (Verdict verdict : Verdict.values()) {
      if (tally.of(verdict) > 0) {
        bar.add(
            element("i")
                .styled(Wording.style(verdict))
                .with("style", "flex-grow:" + tally.of(verdict))
                .with("title", tally.of(verdict) + " " + verdict.text()));
      }
    }
    return bar;
  }
}
