package io.albspec.reports.page;

import static io.albspec.reports.markup.Markup.element;

import io.albspec.reports.markup.Element;
import io.albspec.reports.verdict.Verdict;

/** A verdict as a sign and a word: never by colour alone. */
final class VerdictMark {

  private VerdictMark() {}

  static Element of(Verdict verdict) {
    return of(sign(verdict), verdict.text(), Wording.style(verdict))
        .with("title", verdict.sentence());
  }

  static Element awsOnly() {
    return of("☁", "AWS only", "v-aws-only")
        .with("title", "It cannot hold outside AWS, and does not count.");
  }

  private static Element of(String sign, String word, String style) {
    return element("span")
        .styled("mark " + style)
        .add(element("span").with("aria-hidden", "true").add(sign))
        .add(" " + word);
  }

  private static String sign(Verdict verdict) {
    return switch (verdict) {
      case PASSED -> "✓";
      case FAILED -> "✕";
      case ERROR -> "!";
      case UNSTABLE -> "≈";
      case WARNED -> "△";
      case UNSUPPORTED -> "⊘";
      case NOT_RUN -> "○";
      case OBSERVED -> "◉";
      case WAIVED -> "§";
    };
  }
}
