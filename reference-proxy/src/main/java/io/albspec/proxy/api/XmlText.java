package io.albspec.proxy.api;

/** Character data of XML 1.0. */
final class XmlText {

  private XmlText() {}

  /** Whether a document may contain that character at all (XML 1.0, production 2). */
  static boolean carries(int character) {
    return character == '\t'
        || character == '\n'
        || character == '\r'
        || (character >= 0x20 && character <= 0xD7FF)
        || (character >= 0xE000 && character <= 0xFFFD)
        || character >= 0x10000;
  }

  /** The text with everything that a document cannot contain replaced by a question mark. */
  static String visible(String text) {
    StringBuilder out = new StringBuilder(text.length());
    text.codePoints()
        .map(character -> carries(character) ? character : '?')
        .forEach(out::appendCodePoint);
    return out.toString();
  }

  /** Appends text so that a parser reads it back unchanged, carriage returns included. */
  static void escape(StringBuilder out, String text) {
    for (int i = 0; i < text.length(); i++) {
      char character = text.charAt(i);
      switch (character) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '\r' -> out.append("&#13;");
        default -> out.append(character);
      }
    }
  }
}
