package io.albspec.steps.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A command as it is typed into a shell: quotes, escapes and continued lines, nothing else. */
final class CommandLine {

  private final String text;
  private final List<String> words = new ArrayList<>();
  private Optional<StringBuilder> word = Optional.empty();
  private int next;

  private CommandLine(String text) {
    this.text = text;
  }

  /**
   * The words of a command.
   *
   * @throws IllegalArgumentException if a quote is not closed
   */
  static List<String> words(String text) {
    return new CommandLine(text.strip()).split();
  }

  private List<String> split() {
    while (next < text.length()) {
      char character = text.charAt(next++);
      switch (character) {
        case '\'' -> append(text.substring(next, end('\'')));
        case '"' -> quoted();
        case '\\' -> escaped();
        case ' ', '\t', '\n' -> finish();
        default -> append(Character.toString(character));
      }
    }
    finish();
    return List.copyOf(words);
  }

  private int end(char quote) {
    int from = next;
    int end = text.indexOf(quote, from);
    if (end < 0) {
      throw new IllegalArgumentException("a quote is not closed: " + text);
    }
    next = end + 1;
    return end;
  }

  private void quoted() {
    append("");
    while (next < text.length() && text.charAt(next) != '"') {
      if (text.charAt(next) == '\\' && next + 1 < text.length() && escapes(text.charAt(next + 1))) {
        next++;
      }
      append(Character.toString(text.charAt(next++)));
    }
    end('"');
  }

  private static boolean escapes(char character) {
    return character == '"' || character == '\\' || character == '$' || character == '`';
  }

  private void escaped() {
    String character = text.substring(next, Math.min(next + 1, text.length()));
    next++;
    if (!character.equals("\n")) {
      append(character);
    }
  }

  private void append(String characters) {
    word = Optional.of(word.orElseGet(StringBuilder::new).append(characters));
  }

  private void finish() {
    word.ifPresent(complete -> words.add(complete.toString()));
    word = Optional.empty();
  }
}
