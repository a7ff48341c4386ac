package io.albspec.proxy.frames;

import io.albspec.proxy.exchange.RequestHead;
import io.albspec.proxy.hpack.Octets;

/**
 * What the fields of a request must be, so that they mean the same in HTTP/1.1 (RFC 9113, 8.2 and
 * 10.3).
 */
public final class FieldRules {

  private static final boolean[] NAME = new boolean[256];
  private static final int MOST_DIGITS = 18;

  static {
    for (int b = 0; b < NAME.length; b++) {
      NAME[b] = RequestHead.isToken((byte) b) && !(b >= 'A' && b <= 'Z');
    }
  }

  private FieldRules() {}

  /** Whether a name is a token without capital letters. */
  public static boolean isName(Octets name) {
    for (int at = name.from(); at < name.to(); at++) {
      if (!NAME[name.bytes()[at] & 0xff]) {
        return false;
      }
    }
    return name.length() > 0;
  }

  /** Whether a value has no NUL, CR or LF, and no blanks around it. */
  public static boolean isValue(Octets value) {
    byte[] bytes = value.bytes();
    return isLine(value)
        && (value.length() == 0
            || !(isBlank(bytes[value.from()]) || isBlank(bytes[value.to() - 1])));
  }

  /** Whether a value has no NUL, CR or LF. */
  public static boolean isLine(Octets value) {
    byte[] bytes = value.bytes();
    for (int at = value.from(); at < value.to(); at++) {
      if (bytes[at] <= '\r' && (bytes[at] == 0 || bytes[at] == '\r' || bytes[at] == '\n')) {
        return false;
      }
    }
    return true;
  }

  private static boolean isBlank(byte b) {
    return b == ' ' || b == '\t';
  }

  /** Whether a value can stand in a request line: neither blanks nor control characters. */
  public static boolean isVisible(Octets value) {
    for (int at = value.from(); at < value.to(); at++) {
      byte b = value.bytes()[at];
      if ((b >= 0 && b <= ' ') || b == 0x7f) {
        return false;
      }
    }
    return value.length() > 0;
  }

  /** Whether a value is a token. */
  public static boolean isToken(Octets value) {
    for (int at = value.from(); at < value.to(); at++) {
      if (!RequestHead.isToken(value.bytes()[at])) {
        return false;
      }
    }
    return value.length() > 0;
  }

  /** The length that a value tells, or -1 if it is none. */
  public static long length(Octets value) {
    if (value.length() == 0 || value.length() > MOST_DIGITS) {
      return -1;
    }
    long length = 0;
    for (int at = value.from(); at < value.to(); at++) {
      int digit = value.bytes()[at] - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      length = length * 10 + digit;
    }
    return length;
  }

  /** Whether a field concerns one connection of HTTP/1 only (RFC 9113, 8.2.2). */
  public static boolean isOfConnection(Octets name) {
    return switch (name.length()) {
      case 7 -> name.is("upgrade");
      case 10 -> name.is("connection") || name.is("keep-alive");
      case 16 -> name.is("proxy-connection");
      case 17 -> name.is("transfer-encoding");
      default -> false;
    };
  }
}
