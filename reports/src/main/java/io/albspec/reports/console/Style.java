package io.albspec.reports.console;

import io.albspec.reports.verdict.Certification;
import io.albspec.reports.verdict.Verdict;

/** How a terminal shows text: with colours or without. */
final class Style {

  private static final String ESCAPE = "\u001b[";

  private final boolean colours;

  Style(boolean colours) {
    this.colours = colours;
  }

  String bold(String text) {
    return wrapped("1", text);
  }

  String faint(String text) {
    return wrapped("2", text);
  }

  String of(Verdict verdict, String text) {
    return switch (verdict) {
      case PASSED, OBSERVED, WAIVED -> wrapped("32", text);
      case FAILED -> wrapped("31", text);
      case ERROR, UNSTABLE, WARNED -> wrapped("33", text);
      case UNSUPPORTED, NOT_RUN -> wrapped("36", text);
    };
  }

  String of(Certification certification, String text) {
    return switch (certification) {
      case CERTIFIED -> wrapped("1;32", text);
      case NOT_CERTIFIED -> wrapped("1;31", text);
      case PARTIAL -> wrapped("1;33", text);
    };
  }

  private String wrapped(String code, String text) {
    return colours ? ESCAPE + code + "m" + text + ESCAPE + "0m" : text;
  }
}
