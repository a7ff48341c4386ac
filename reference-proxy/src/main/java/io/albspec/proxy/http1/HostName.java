package io.albspec.proxy.http1;

import io.albspec.proxy.exchange.RequestHead;

/**
 * The host that a request names, by the grammar of a host with an optional port (RFC 9112, 3.2; RFC
 * 3986, 3.2.2). Servers read what is none, such as {@code a/b} or {@code a@b}, in different ways.
 */
final class HostName {

  private static final String NAME_PUNCTUATION = "-._~%!$&'()*+,;=";
  private static final String ADDRESS_PUNCTUATION = ":.%-_~";

  private HostName() {}

  /** Whether it is a host, or empty. */
  static boolean isValid(RequestHead request) {
    byte[] bytes = request.head().bytes();
    int end = request.hostEnd();
    int at = request.hostStart();
    if (at < end && bytes[at] == '[') {
      at = skip(bytes, at + 1, end, ADDRESS_PUNCTUATION);
      if (at == end || bytes[at] != ']') {
        return false;
      }
      at++;
    } else {
      at = skip(bytes, at, end, NAME_PUNCTUATION);
    }
    return at == end || (bytes[at] == ':' && isPort(bytes, at + 1, end));
  }

  private static int skip(byte[] bytes, int from, int to, String punctuation) {
    int at = from;
    while (at < to && (isAlphanumeric(bytes[at]) || punctuation.indexOf(bytes[at]) >= 0)) {
      at++;
    }
    return at;
  }

  private static boolean isAlphanumeric(byte b) {
    return (b >= 'a' && b <= 'z') || (b >= '0' && b <= '9') || (b >= 'A' && b <= 'Z');
  }

  private static boolean isPort(byte[] bytes, int from, int to) {
    for (int at = from; at < to; at++) {
      if (bytes[at] < '0' || bytes[at] > '9') {
        return false;
      }
    }
    return true;
  }
}
