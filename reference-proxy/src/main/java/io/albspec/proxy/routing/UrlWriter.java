package io.albspec.proxy.routing;

import io.albspec.proxy.exchange.AddressText;
import java.net.InetAddress;

/**
 * Writes a URL so that it is safe in a header field: a byte that is not a visible ASCII character
 * is percent-encoded, all others stay as they are.
 */
final class UrlWriter {

  private static final String HEX = "0123456789ABCDEF";

  /** Visible characters that would end the host of a URL. */
  private static final String NOT_IN_HOST = "/?#@\\\"<>^`{|}";

  private final StringBuilder url;
  private int queryStart;

  UrlWriter(int capacity) {
    url = new StringBuilder(capacity);
  }

  void put(byte[] bytes, int from, int to) {
    for (int at = from; at < to; at++) {
      put(bytes[at], isVisible(bytes[at]));
    }
  }

  /** Puts a host that a client has sent: nothing in it can pass for another part of the URL. */
  void putHost(byte[] bytes, int from, int to) {
    for (int at = from; at < to; at++) {
      put(bytes[at], isVisible(bytes[at]) && NOT_IN_HOST.indexOf(bytes[at]) < 0);
    }
  }

  void putAddress(InetAddress address) {
    url.append(AddressText.host(address));
  }

  private static boolean isVisible(byte b) {
    return b > ' ' && b < 0x7F;
  }

  private void put(byte b, boolean asItIs) {
    if (asItIs) {
      url.append((char) b);
    } else {
      url.append('%').append(HEX.charAt(b >> 4 & 0xF)).append(HEX.charAt(b & 0xF));
    }
  }

  /** What follows is the query. */
  void beginQuery() {
    url.append('?');
    queryStart = url.length();
  }

  /** The URL, without a question mark if the query is empty. */
  String finish() {
    if (url.length() == queryStart) {
      url.setLength(queryStart - 1);
    }
    return url.toString();
  }
}
