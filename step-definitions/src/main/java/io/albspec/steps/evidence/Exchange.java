package io.albspec.steps.evidence;

import java.util.List;
import java.util.stream.Collectors;

/**
 * One connection of a client, and what the balancer did with targets meanwhile.
 *
 * @param title what to call it
 * @param text the bytes as text, each line with a mark for its direction
 */
record Exchange(String title, String text) {

  private static final int SHOWN = 64 * 1024;

  static Exchange of(List<Conversation> together) {
    String text = together.stream().map(Conversation::text).collect(Collectors.joining());
    String shown =
        text.length() <= SHOWN
            ? text
            : text.substring(0, text.lastIndexOf('\n', SHOWN) + 1)
                + "... %d characters more%n".formatted(text.length() - SHOWN);
    return new Exchange(together.get(0).title(), shown);
  }
}
