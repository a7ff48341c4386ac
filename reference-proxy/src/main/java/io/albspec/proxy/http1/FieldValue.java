package io.albspec.proxy.http1;

import io.albspec.proxy.exchange.MessageHead;

/** Reading the values of header fields where they stand. */
final class FieldValue {

  /** A length that is not one. */
  static final long INVALID = -1;

  private FieldValue() {}

  /** A number of one to eighteen digits and nothing else, or {@link #INVALID}. */
  static long length(MessageHead head, int field) {
    byte[] bytes = head.bytes();
    int from = head.valueStart(field);
    int to = head.valueEnd(field);
    if (from == to || to - from > 18) {
      return INVALID;
    }
    long value = 0;
    for (int i = from; i < to; i++) {
      if (bytes[i] < '0' || bytes[i] > '9') {
        return INVALID;
      }
      value = value * 10 + bytes[i] - '0';
    }
    return value;
  }

  /** Whether the whole value is this token, given in lower case. */
  static boolean is(MessageHead head, int field, String lowerCaseToken) {
    return matches(head.bytes(), head.valueStart(field), head.valueEnd(field), lowerCaseToken);
  }

  /** Whether the comma-separated list has this token, given in lower case. */
  static boolean lists(MessageHead head, int field, String lowerCaseToken) {
    byte[] bytes = head.bytes();
    int end = head.valueEnd(field);
    int from = head.valueStart(field);
    while (from < end) {
      int to = from;
      while (to < end && bytes[to] != ',') {
        to++;
      }
      if (matches(bytes, trimStart(bytes, from, to), trimEnd(bytes, from, to), lowerCaseToken)) {
        return true;
      }
      from = to + 1;
    }
    return false;
  }

  /** How many items that are not empty the comma-separated list has. */
  static int items(MessageHead head, int field) {
    byte[] bytes = head.bytes();
    boolean inItem = false;
    int items = 0;
    for (int at = head.valueStart(field); at < head.valueEnd(field); at++) {
      if (bytes[at] == ',') {
        inItem = false;
      } else if (!inItem && bytes[at] != ' ' && bytes[at] != '\t') {
        inItem = true;
        items++;
      }
    }
    return items;
  }

  static int trimStart(byte[] bytes, int from, int to) {
    int at = from;
    while (at < to && (bytes[at] == ' ' || bytes[at] == '\t')) {
      at++;
    }
    return at;
  }

  static int trimEnd(byte[] bytes, int from, int to) {
    int at = to;
    while (at > from && (bytes[at - 1] == ' ' || bytes[at - 1] == '\t')) {
      at--;
    }
    return at;
  }

  /** Whether this part is the token, given in lower case. */
  static boolean matches(byte[] bytes, int from, int to, String lowerCaseToken) {
    if (to - from != lowerCaseToken.length()) {
      return false;
    }
    for (int i = 0; i < lowerCaseToken.length(); i++) {
      byte b = bytes[from + i];
      if ((b >= 'A' && b <= 'Z' ? b + 32 : b) != lowerCaseToken.charAt(i)) {
        return false;
      }
    }
    return true;
  }
}
