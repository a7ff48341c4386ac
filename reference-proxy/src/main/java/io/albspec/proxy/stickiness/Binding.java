package io.albspec.proxy.stickiness;

import java.time.Instant;

/**
 * That a client's session in a target group is with a target.
 *
 * @param group the group, as {@link Bindings} names it
 * @param target the identity of the target
 * @param at when the session was last gone on with
 */
record Binding(String group, String target, Instant at) {

  private static final char BETWEEN = ' ';
  private static final int PARTS = 3;

  /** As a text without a line end. */
  String text() {
    return group + BETWEEN + at.toEpochMilli() + BETWEEN + target;
  }

  /** The one that such a text tells. */
  static Binding of(String text) {
    String[] parts = text.split(String.valueOf(BETWEEN), PARTS);
    return new Binding(parts[0], parts[2], Instant.ofEpochMilli(Long.parseLong(parts[1])));
  }
}
