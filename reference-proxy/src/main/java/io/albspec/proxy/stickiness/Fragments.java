package io.albspec.proxy.stickiness;

import java.util.Optional;

/**
 * A value in several cookies, as clients take at most 4096 bytes in one: name, value and attributes
 * together (RFC 6265, 6.1). All fragments but the last are of the same length and the last is
 * shorter, so that what is left of a longer value before is not taken for a part of it.
 */
final class Fragments {

  /** The names of the cookies. */
  static final String[] NAMES = {"AWSALBAPP-0", "AWSALBAPP-1", "AWSALBAPP-2", "AWSALBAPP-3"};

  /**
   * Characters in one fragment. With name and attributes it has 4096; and it is odd, while the
   * length of a whole value is a multiple of four: only the fourth fragment can be full and last.
   */
  static final int LENGTH = 4013;

  /** How long a value may be. */
  static final int LONGEST = NAMES.length * LENGTH;

  private Fragments() {}

  /** The lines that set a value. */
  static String lines(String value, String attributes) {
    StringBuilder lines = new StringBuilder();
    for (int from = 0; from < value.length(); from += LENGTH) {
      String fragment = value.substring(from, Math.min(value.length(), from + LENGTH));
      lines.append(SetCookie.line(NAMES[from / LENGTH], fragment, attributes));
    }
    return lines.toString();
  }

  /** The value in cookies of these values, in the order of the names; empty if there is none. */
  static Optional<String> join(String[] fragments) {
    if (fragments[0] == null) {
      return Optional.empty();
    }
    StringBuilder whole = new StringBuilder(fragments[0]);
    for (int next = 1; next < fragments.length; next++) {
      if (fragments[next] == null || whole.length() != next * LENGTH) {
        break;
      }
      whole.append(fragments[next]);
    }
    return Optional.of(whole.toString());
  }
}
