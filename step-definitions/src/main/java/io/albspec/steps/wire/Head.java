package io.albspec.steps.wire;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The head of a message.
 *
 * @param bytes as they came, the empty line included
 * @param startLine request line or status line
 * @param fields in their order
 */
public record Head(byte[] bytes, String startLine, List<Field> fields) {

  /** The head that bytes are; a line that is no field counts as one with an empty value. */
  static Head of(byte[] bytes) {
    String[] lines = new String(bytes, ISO_8859_1).split("\r?\n", -1);
    List<Field> fields = new ArrayList<>();
    for (int i = 1; i < lines.length && !lines[i].isEmpty(); i++) {
      int colon = lines[i].indexOf(':');
      fields.add(
          colon < 0
              ? new Field(lines[i], "")
              : new Field(lines[i].substring(0, colon), lines[i].substring(colon + 1).strip()));
    }
    return new Head(bytes, lines[0], List.copyOf(fields));
  }

  /** The values of every field of a name, in their order; case does not matter. */
  public List<String> values(String name) {
    return fields.stream().filter(field -> field.isNamed(name)).map(Field::value).toList();
  }

  /** The word of the start line with that number, from 0; empty if it has no such word. */
  String word(int number) {
    String[] words = startLine.split(" ", 3);
    return number < words.length ? words[number] : "";
  }

  boolean isChunked() {
    return values("Transfer-Encoding").stream()
        .anyMatch(value -> value.toLowerCase(Locale.ROOT).endsWith("chunked"));
  }

  Optional<Long> length() {
    return values("Content-Length").stream()
        .findFirst()
        .filter(value -> value.matches("\\d{1,18}"))
        .map(Long::valueOf);
  }
}
