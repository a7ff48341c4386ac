package io.albspec.reports.markup;

/** A piece of a document. It is made of elements, of text and of our own files: nothing else. */
public sealed interface Markup permits Element, Text, Asset, Fragment {

  /** Appends its source, which is well-formed XML and, with HTML's elements, also HTML. */
  void writeTo(StringBuilder out);

  /** A text; every character of it stands for itself. */
  static Markup text(String text) {
    return new Text(text);
  }

  /** An element without attributes and content as yet. */
  static Element element(String name) {
    return new Element(name);
  }

  /** Pieces side by side. */
  static Markup all(Iterable<? extends Markup> pieces) {
    return new Fragment(pieces);
  }

  /** Its source with a prologue, such as a document type, in front. */
  static String document(String prologue, Markup root) {
    StringBuilder out = new StringBuilder(prologue);
    root.writeTo(out);
    return out.append('\n').toString();
  }
}
