package io.albspec.proxy.telemetry;

import io.albspec.proxy.exchange.Exchange;
import io.albspec.proxy.exchange.MessageHead;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/**
 * Gives each exchange its value of X-Amzn-Trace-Id (guide: "Request tracing"). A valid Root field
 * is kept and a Self field put before it, or renewed where there is one; without a valid Root field
 * a new one begins the value. All other fields are kept. One for each worker: it is not safe for
 * several threads.
 */
public final class TraceIds implements Consumer<Exchange> {

  private static final String NAME = "x-amzn-trace-id";
  private static final byte[] ROOT = ascii("Root=");
  private static final byte[] SELF = ascii("Self=");
  private static final byte[] HEX = ascii("0123456789abcdef");

  /** Header fields that take more bytes lose the trace they belong to. */
  private static final int LONGEST_HEADERS = 7 * 1024;

  /** A version digit, a dash, 8 digits of seconds, a dash, 24 digits of an identifier. */
  private static final int ID_LENGTH = 35;

  private static final int SECONDS_AT = 2;
  private static final int IDENTIFIER_AT = 11;

  private final RandomGenerator random;
  private final byte[] value = new byte[LONGEST_HEADERS + 1024];
  private int length;
  private boolean hasRoot;
  private boolean hasSelf;

  /** Takes identifiers from this source, on the thread of the worker. */
  public TraceIds(RandomGenerator random) {
    this.random = random;
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  @Override
  public void accept(Exchange exchange) {
    MessageHead head = exchange.request().head();
    long seconds = exchange.timing().receivedAt().getEpochSecond();
    int field = headersLength(head) > LONGEST_HEADERS ? -1 : head.find(NAME, 0);
    length = 0;
    if (field < 0) {
      putNew(ROOT, seconds);
    } else {
      rewrite(head, field, seconds);
    }
    exchange.traceId(new String(value, 0, length, StandardCharsets.ISO_8859_1));
  }

  private static int headersLength(MessageHead head) {
    return head.fieldCount() == 0 ? 0 : head.length() - head.nameStart(0);
  }

  /** Several headers are read as one, in their order. */
  private void rewrite(MessageHead head, int first, long seconds) {
    hasRoot = false;
    hasSelf = false;
    for (int field = first; field >= 0; field = head.find(NAME, field + 1)) {
      look(head.bytes(), head.valueStart(field), head.valueEnd(field));
    }
    if (!hasRoot) {
      putNew(ROOT, seconds);
    } else if (!hasSelf) {
      putNew(SELF, seconds);
    }
    for (int field = first; field >= 0; field = head.find(NAME, field + 1)) {
      putRenewed(head.bytes(), head.valueStart(field), head.valueEnd(field), seconds);
    }
  }

  private void look(byte[] bytes, int from, int to) {
    for (int at = from; at < to; at = end(bytes, at, to) + 1) {
      int start = start(bytes, at, to);
      int end = trimmedEnd(bytes, start, end(bytes, at, to));
      hasRoot |= isValidRoot(bytes, start, end);
      hasSelf |= startsWith(bytes, start, end, SELF);
    }
  }

  /** Of several Root or Self fields the first counts. */
  private void putRenewed(byte[] bytes, int from, int to, long seconds) {
    for (int at = from; at < to; at = end(bytes, at, to) + 1) {
      int start = start(bytes, at, to);
      int end = trimmedEnd(bytes, start, end(bytes, at, to));
      if (startsWith(bytes, start, end, SELF)) {
        if (hasSelf) {
          putNew(SELF, seconds);
        }
        hasSelf = false;
      } else if (!startsWith(bytes, start, end, ROOT)) {
        put(bytes, start, end);
      } else if (hasRoot && isValidRoot(bytes, start, end)) {
        put(bytes, start, end);
        hasRoot = false;
      }
    }
  }

  private static int start(byte[] bytes, int from, int to) {
    int at = from;
    while (at < to && isBlank(bytes[at])) {
      at++;
    }
    return at;
  }

  private static int trimmedEnd(byte[] bytes, int from, int to) {
    int at = to;
    while (at > from && isBlank(bytes[at - 1])) {
      at--;
    }
    return at;
  }

  private static boolean isBlank(byte b) {
    return b == ' ' || b == '\t';
  }

  /** Where the field that begins there ends. */
  private static int end(byte[] bytes, int from, int to) {
    int at = from;
    while (at < to && bytes[at] != ';') {
      at++;
    }
    return at;
  }

  private static boolean startsWith(byte[] bytes, int from, int to, byte[] name) {
    if (to - from < name.length) {
      return false;
    }
    for (int i = 0; i < name.length; i++) {
      if (bytes[from + i] != name[i]) {
        return false;
      }
    }
    return true;
  }

  private static boolean isValidRoot(byte[] bytes, int from, int to) {
    int id = from + ROOT.length;
    if (to - id != ID_LENGTH || !startsWith(bytes, from, to, ROOT) || bytes[id] != '1') {
      return false;
    }
    for (int i = 1; i < ID_LENGTH; i++) {
      byte b = bytes[id + i];
      boolean dash = i == SECONDS_AT - 1 || i == IDENTIFIER_AT - 1;
      if (dash ? b != '-' : !isHex(b)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isHex(byte b) {
    return (b >= '0' && b <= '9') || (b >= 'a' && b <= 'f') || (b >= 'A' && b <= 'F');
  }

  private void putNew(byte[] name, long seconds) {
    put(name, 0, name.length);
    value[length++] = '1';
    value[length++] = '-';
    putHex(seconds, 8);
    value[length++] = '-';
    putHex(random.nextLong(), 16);
    putHex(random.nextInt(), 8);
  }

  private void putHex(long number, int digits) {
    for (int shift = (digits - 1) * 4; shift >= 0; shift -= 4) {
      value[length++] = HEX[(int) (number >>> shift) & 0xF];
    }
  }

  private void put(byte[] bytes, int from, int to) {
    if (from < to) {
      if (length > 0) {
        value[length++] = ';';
      }
      System.arraycopy(bytes, from, value, length, to - from);
      length += to - from;
    }
  }
}
