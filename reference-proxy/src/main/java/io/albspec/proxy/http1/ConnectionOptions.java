package io.albspec.proxy.http1;

import io.albspec.proxy.exchange.MessageHead;

/** The fields that a Connection field names: they concern one connection (RFC 9110, 7.6.1). */
final class ConnectionOptions {

  private ConnectionOptions() {}

  /** Whether a Connection field of the head names this field. */
  static boolean name(MessageHead head, int field) {
    for (int other = 0; other < head.fieldCount(); other++) {
      if (KnownField.of(head, other) == KnownField.CONNECTION && lists(head, other, field)) {
        return true;
      }
    }
    return false;
  }

  private static boolean lists(MessageHead head, int connection, int field) {
    int from = head.valueStart(connection);
    int to = head.valueEnd(connection);
    byte[] bytes = head.bytes();
    int item = from;
    for (int at = from; at <= to; at++) {
      if (at == to || bytes[at] == ',') {
        if (isNameOf(head, field, item, at)) {
          return true;
        }
        item = at + 1;
      }
    }
    return false;
  }

  private static boolean isNameOf(MessageHead head, int field, int from, int to) {
    byte[] bytes = head.bytes();
    int start = from;
    int end = to;
    while (start < end && (bytes[start] == ' ' || bytes[start] == '\t')) {
      start++;
    }
    while (end > start && (bytes[end - 1] == ' ' || bytes[end - 1] == '\t')) {
      end--;
    }
    int name = head.nameStart(field);
    if (end - start != head.nameEnd(field) - name) {
      return false;
    }
    for (int i = 0; i < end - start; i++) {
      if (lower(bytes[start + i]) != lower(bytes[name + i])) {
        return false;
      }
    }
    return true;
  }

  private static int lower(byte b) {
    return b >= 'A' && b <= 'Z' ? b + 32 : b;
  }
}
