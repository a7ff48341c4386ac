package io.albspec.proxy.http1;

import io.albspec.proxy.exchange.MessageHead;
import io.albspec.proxy.exchange.RequestHead;

/** What a header field line must look like to be understood in one way only (RFC 9110, 5). */
final class FieldSyntax {

  private FieldSyntax() {}

  /** Whether the name is a token, a colon follows, and the value has neither NUL nor bare CR. */
  static boolean isWellFormed(MessageHead head, int field) {
    byte[] bytes = head.bytes();
    int from = head.nameStart(field);
    int to = head.nameEnd(field);
    if (from == to || bytes[to] != ':') {
      return false;
    }
    for (int i = from; i < to; i++) {
      if (!RequestHead.isToken(bytes[i])) {
        return false;
      }
    }
    for (int i = head.valueStart(field); i < head.valueEnd(field); i++) {
      if (bytes[i] == 0 || bytes[i] == '\r') {
        return false;
      }
    }
    return true;
  }
}
