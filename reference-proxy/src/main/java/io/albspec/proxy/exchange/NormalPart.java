package io.albspec.proxy.exchange;

/**
 * The path or the query of a request target as rules see it: normalised by RFC 3986, 6.2.2, so that
 * {@code /a/./%7eb} and {@code /a/~b} are the same. What needs no change is not copied.
 *
 * <p>Percent-encoded unreserved characters are decoded, the hex digits of other percent-encoded
 * bytes are written in upper case, and dot segments are taken out of paths. A percent sign without
 * two hex digits stays as it is.
 */
public final class NormalPart {

  private static final byte[] ROOT = {'/'};
  private static final byte[] HEX = {
    '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'A', 'B', 'C', 'D', 'E', 'F'
  };
  private static final int ENCODED = 3;

  private byte[] own = {};
  private byte[] bytes = ROOT;
  private int start;
  private int end;

  NormalPart() {}

  void path(byte[] source, int from, int to) {
    if (from == to) {
      set(ROOT, 0, 1);
    } else if (isNormalPath(source, from, to)) {
      set(source, from, to);
    } else {
      int length = decode(source, from, to);
      set(own, 0, source[from] == '/' ? removeDotSegments(length) : length);
    }
  }

  void query(byte[] source, int from, int to) {
    int at = from;
    while (at < to && source[at] != '%') {
      at++;
    }
    if (at == to) {
      set(source, from, to);
    } else {
      int length = decode(source, from, to);
      set(own, 0, length);
    }
  }

  private void set(byte[] source, int from, int to) {
    bytes = source;
    start = from;
    end = to;
  }

  private static boolean isNormalPath(byte[] source, int from, int to) {
    byte before = 0;
    for (int at = from; at < to; at++) {
      byte b = source[at];
      if (b == '%' || (b == '.' && before == '/')) {
        return false;
      }
      before = b;
    }
    return true;
  }

  private int decode(byte[] source, int from, int to) {
    if (own.length < to - from) {
      own = new byte[Math.max(to - from, 2 * own.length)];
    }
    int out = 0;
    int at = from;
    while (at < to) {
      int value = source[at] == '%' ? encodedByte(source, at, to) : -1;
      if (value < 0) {
        own[out++] = source[at++];
        continue;
      }
      if (isUnreserved(value)) {
        own[out++] = (byte) value;
      } else {
        own[out++] = '%';
        own[out++] = HEX[value >> 4];
        own[out++] = HEX[value & 0xF];
      }
      at += ENCODED;
    }
    return out;
  }

  private static int encodedByte(byte[] source, int at, int to) {
    if (at + ENCODED > to) {
      return -1;
    }
    int high = Character.digit(source[at + 1], 16);
    int low = Character.digit(source[at + 2], 16);
    return high < 0 || low < 0 ? -1 : high << 4 | low;
  }

  private static boolean isUnreserved(int c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || c == '-'
        || c == '.'
        || c == '_'
        || c == '~';
  }

  /** RFC 3986, 5.2.4, in place; the path begins with a slash. */
  private int removeDotSegments(int length) {
    int out = 0;
    int slash = 0;
    while (slash < length) {
      int next = slash + 1;
      while (next < length && own[next] != '/') {
        next++;
      }
      int dots = dots(slash + 1, next);
      if (dots == 0) {
        System.arraycopy(own, slash, own, out, next - slash);
        out += next - slash;
      } else {
        if (dots == 2) {
          out = lastSlash(out);
        }
        if (next == length) {
          own[out++] = '/';
        }
      }
      slash = next;
    }
    return out;
  }

  /** How many dots a segment of dots only has: 1 or 2, else 0. */
  private int dots(int from, int to) {
    int length = to - from;
    if (length < 1 || length > 2 || own[from] != '.' || own[to - 1] != '.') {
      return 0;
    }
    return length;
  }

  private int lastSlash(int before) {
    int at = Math.max(before - 1, 0);
    while (at > 0 && own[at] != '/') {
      at--;
    }
    return at;
  }

  /** The bytes that hold the part. Not a copy, and overwritten with the next request. */
  public byte[] bytes() {
    return bytes;
  }

  /** Where the part begins in the bytes. */
  public int start() {
    return start;
  }

  /** Where it ends. */
  public int end() {
    return end;
  }
}
