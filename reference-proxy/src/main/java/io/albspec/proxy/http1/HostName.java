package io.albspec.proxy.http1;

import io.albspec.proxy.exchange.RequestHead;

/** The host that a request is for. */
final class HostName {

  private static final String PUNCTUATION = "-._~!$&'()*+,;=%:[]";

  private HostName() {}

  /**
   * Whether it is of characters that a host and its port can have, or empty; any other is malformed
   * (RFC 9112, 3.2). Servers read {@code a/b} or {@code a@b} in different ways.
   */
  static boolean isValid(RequestHead request) {
    byte[] bytes = request.head().bytes();
    for (int at = request.hostStart(); at < request.hostEnd(); at++) {
      byte b = bytes[at];
      boolean alphanumeric =
          (b >= 'a' && b <= 'z') || (b >= '0' && b <= '9') || (b >= 'A' && b <= 'Z');
      if (!alphanumeric && (b < 0 || PUNCTUATION.indexOf(b) < 0)) {
        return false;
      }
    }
    return true;
  }
}
