package io.albspec.reports.markup;

/**
 * A text. What XML cannot hold, and what would change the direction of the text around it, is
 * written visibly: <code>\x{202e}</code>.
 */
record Text(String text) implements Markup {

  @Override
  public void writeTo(StringBuilder out) {
    text.codePoints().forEach(point -> append(out, point));
  }

  private static void append(StringBuilder out, int point) {
    switch (point) {
      case '&' -> out.append("&amp;");
      case '<' -> out.append("&lt;");
      case '>' -> out.append("&gt;");
      case '"' -> out.append("&quot;");
      case '\'' -> out.append("&#39;");
      case '\n', '\t' -> out.append((char) point);
      default -> {
        if (harmless(point)) {
          out.appendCodePoint(point);
        } else {
          out.append("\\x{").append(Integer.toHexString(point)).append('}');
        }
      }
    }
  }

  private static boolean harmless(int point) {
    boolean control = point < 0x20 || (point >= 0x7F && point < 0xA0);
    boolean direction =
        (point >= 0x202A && point <= 0x202E)
            || (point >= 0x2066 && point <= 0x2069)
            || point == 0x200E
            || point == 0x200F;
    boolean none = (point >= 0xD800 && point <= 0xDFFF) || (point & 0xFFFE) == 0xFFFE;
    return !control && !direction && !none;
  }
}
