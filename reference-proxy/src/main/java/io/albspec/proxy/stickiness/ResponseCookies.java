package io.albspec.proxy.stickiness;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.albspec.proxy.exchange.MessageHead;
import io.albspec.proxy.exchange.RequestHead;

/** The cookies that a target's response sets (RFC 6265, 5.2). */
final class ResponseCookies {

  private static final String FIELD = "set-cookie";

  private ResponseCookies() {}

  /** The values that the last fields set of several names; null for a name that none has. */
  static String[] values(MessageHead head, String... names) {
    String[] values = new String[names.length];
    for (int field = head.find(FIELD, 0); field >= 0; field = head.find(FIELD, field + 1)) {
      byte[] bytes = head.bytes();
      int from = head.valueStart(field);
      int to = RequestHead.indexOf(bytes, ';', from, head.valueEnd(field));
      int equals = RequestHead.indexOf(bytes, '=', from, to);
      for (int i = 0; i < names.length; i++) {
        if (equals < to
            && RequestCookies.is(bytes, from, endOfName(bytes, from, equals), names[i])) {
          values[i] = new String(bytes, equals + 1, to - equals - 1, ISO_8859_1).strip();
        }
      }
    }
    return values;
  }

  private static int endOfName(byte[] bytes, int from, int equals) {
    int end = equals;
    while (end > from && (bytes[end - 1] == ' ' || bytes[end - 1] == '\t')) {
      end--;
    }
    return end;
  }
}
