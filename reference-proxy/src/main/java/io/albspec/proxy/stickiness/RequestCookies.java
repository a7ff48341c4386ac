package io.albspec.proxy.stickiness;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.albspec.proxy.exchange.MessageHead;
import io.albspec.proxy.exchange.RequestHead;
import java.util.Optional;

/** The cookies of a request (RFC 6265, 5.4). */
public final class RequestCookies {

  private static final String FIELD = "cookie";

  private RequestCookies() {}

  /** The value of the first cookie of that name, as it was sent. */
  public static Optional<String> value(MessageHead head, String name) {
    return Optional.ofNullable(values(head, name)[0]);
  }

  /**
   * The values of the first cookies of several names, found by looking at each cookie once; null
   * for a name that none has.
   */
  static String[] values(MessageHead head, String... names) {
    String[] values = new String[names.length];
    for (int field = head.find(FIELD, 0); field >= 0; field = head.find(FIELD, field + 1)) {
      int from = head.valueStart(field);
      int end = head.valueEnd(field);
      while (from < end) {
        int to = RequestHead.indexOf(head.bytes(), ';', from, end);
        read(head.bytes(), skipBlanks(head.bytes(), from, to), to, names, values);
        from = to + 1;
      }
    }
    return values;
  }

  private static void read(byte[] bytes, int from, int to, String[] names, String[] values) {
    int equals = RequestHead.indexOf(bytes, '=', from, to);
    if (equals == to) {
      return;
    }
    for (int i = 0; i < names.length; i++) {
      if (values[i] == null && is(bytes, from, equals, names[i])) {
        values[i] = new String(bytes, equals + 1, to - equals - 1, ISO_8859_1).strip();
      }
    }
  }

  /** Whether these bytes are that name. */
  static boolean is(byte[] bytes, int from, int to, String name) {
    if (to - from != name.length()) {
      return false;
    }
    for (int i = 0; i < name.length(); i++) {
      if (bytes[from + i] != name.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private static int skipBlanks(byte[] bytes, int from, int to) {
    int at = from;
    while (at < to && (bytes[at] == ' ' || bytes[at] == '\t')) {
      at++;
    }
    return at;
  }
}
