package io.albspec.steps.world;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Texts of steps that stand for bytes. */
public final class Bytes {

  private static final Pattern ESCAPE = Pattern.compile("\\\\(?:([rnt\\\\])|x([0-9a-fA-F]{2}))");
  private static final Pattern OPEN_END = Pattern.compile("(?<!\\\\)(?:\\\\\\\\)*\\\\$");
  private static final int RADIX = 16;

  private Bytes() {}

  /** The bytes of a doc string: CRLF after every line that does not end in one backslash. */
  public static byte[] ofLines(String docString) {
    StringBuilder characters = new StringBuilder();
    for (String line : docString.split("\n", -1)) {
      boolean open = OPEN_END.matcher(line).find();
      String written = open ? line.substring(0, line.length() - 1) : line;
      characters.append(unescaped(written)).append(open ? "" : "\r\n");
    }
    return characters.toString().getBytes(ISO_8859_1);
  }

  /** A text whose every character is one byte, with the escapes replaced. */
  public static String unescaped(String text) {
    String bytes = new String(text.getBytes(UTF_8), ISO_8859_1);
    return ESCAPE.matcher(bytes).replaceAll(found -> Matcher.quoteReplacement(character(found)));
  }

  private static String character(MatchResult found) {
    if (found.group(2) != null) {
      return Character.toString(Integer.parseInt(found.group(2), RADIX));
    }
    return switch (found.group(1)) {
      case "r" -> "\r";
      case "n" -> "\n";
      case "t" -> "\t";
      default -> "\\";
    };
  }
}
