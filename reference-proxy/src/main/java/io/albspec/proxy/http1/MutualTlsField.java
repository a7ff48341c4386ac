package io.albspec.proxy.http1;

import io.albspec.proxy.exchange.MessageHead;

/**
 * The header fields that tell targets of client certificates (guide: "HTTP headers and mutual
 * TLS"). Only the balancer may say such things, so no client's get through, those included that a
 * target may take for them because it reads an underscore as a hyphen.
 */
final class MutualTlsField {

  private static final String PREFIX = "x-amzn-mtls-";

  private MutualTlsField() {}

  /** Whether a field of a head is one. */
  static boolean is(MessageHead head, int field) {
    int from = head.nameStart(field);
    if (head.nameEnd(field) - from < PREFIX.length()) {
      return false;
    }
    byte[] bytes = head.bytes();
    for (int i = 0; i < PREFIX.length(); i++) {
      if (plain(bytes[from + i]) != PREFIX.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private static int plain(byte b) {
    if (b == '_') {
      return '-';
    }
    return b >= 'A' && b <= 'Z' ? b + ('a' - 'A') : b;
  }
}
