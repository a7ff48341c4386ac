package io.albspec.proxy.routing;

/** The characters of a pattern that stand for themselves, at its start and at its end. */
final class LiteralParts {

  private final StringBuilder last = new StringBuilder();
  private String start;

  /** The next character stands for itself. */
  void character(char c) {
    last.append(c);
  }

  /** The next character stands for others. */
  void interrupted() {
    if (start == null) {
      start = last.toString();
    }
    last.setLength(0);
  }

  /** The whole pattern, or the longer one of its start and its end. */
  Literal longest() {
    String end = last.toString();
    if (start == null) {
      return new Literal(Literal.Place.WHOLE, end);
    }
    return end.length() > start.length()
        ? new Literal(Literal.Place.END, end)
        : new Literal(Literal.Place.START, start);
  }
}
