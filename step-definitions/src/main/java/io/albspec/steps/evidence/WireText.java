package io.albspec.steps.evidence;

/**
 * Bytes as text for people: a line for each line, CRLF at its end not shown, everything else that
 * cannot be printed as {@code \xNN}.
 */
final class WireText {

  private static final int SHOWN = 64 * 1024;
  private static final int FIRST_PRINTABLE = 0x20;
  private static final int FIRST_BEYOND_ASCII = 0x7f;

  private final StringBuilder text = new StringBuilder();
  private final String prefix;

  private WireText(String prefix) {
    this.prefix = prefix;
  }

  /** The lines, each with the prefix. Of more than 64 KiB only the beginning is shown. */
  static String of(String prefix, byte[] bytes) {
    WireText wire = new WireText(prefix);
    int shown = Math.min(bytes.length, SHOWN);
    boolean lineBegins = true;
    for (int i = 0; i < shown; i++) {
      if (lineBegins) {
        wire.text.append(prefix);
      }
      lineBegins = wire.append(bytes, i);
    }
    if (!lineBegins) {
      wire.text.append('\n');
    }
    return wire.cut(bytes.length - shown);
  }

  private boolean append(byte[] bytes, int i) {
    int character = bytes[i] & 0xff;
    if (character == '\n') {
      text.append(i > 0 && bytes[i - 1] == '\r' ? "\n" : "\\x0a\n");
      return true;
    }
    boolean ended = character == '\r' && i + 1 < bytes.length && bytes[i + 1] == '\n';
    if (character == '\\') {
      text.append("\\\\");
    } else if (character >= FIRST_PRINTABLE && character < FIRST_BEYOND_ASCII) {
      text.append((char) character);
    } else if (!ended) {
      text.append("\\x%02x".formatted(character));
    }
    return false;
  }

  private String cut(int left) {
    return left > 0 ? text.append(prefix).append("... ").append(left).append(" bytes more\n").toString()
        : text.toString();
  }
}
