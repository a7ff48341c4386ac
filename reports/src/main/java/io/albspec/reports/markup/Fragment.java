package io.albspec.reports.markup;

/** Pieces side by side. */
record Fragment(Iterable<? extends Markup> pieces) implements Markup {

  @Override
  public void writeTo(StringBuilder out) {
    pieces.forEach(piece -> piece.writeTo(out));
  }
}
