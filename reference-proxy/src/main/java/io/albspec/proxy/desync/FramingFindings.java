package io.albspec.proxy.desync;

import io.albspec.proxy.exchange.MessageHead;
import io.albspec.proxy.exchange.RequestHead;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** What is to be said about the fields of a head that frame its message, or seem to. */
final class FramingFindings {

  private static final int USUAL_FIELDS = 8;
  private static final byte[] CHUNKED = "chunked".getBytes(StandardCharsets.US_ASCII);
  private static final byte[][] CODINGS = {
    CHUNKED,
    "compress".getBytes(StandardCharsets.US_ASCII),
    "deflate".getBytes(StandardCharsets.US_ASCII),
    "gzip".getBytes(StandardCharsets.US_ASCII),
    "identity".getBytes(StandardCharsets.US_ASCII)
  };

  private final Classifier classifier;
  private MessageHead head;
  private int[] codings = new int[USUAL_FIELDS];
  private int codingCount;
  private int[] lengths = new int[USUAL_FIELDS];
  private int lengthCount;
  private boolean chunkedBefore;
  private boolean numbered;
  private long number;

  FramingFindings(Classifier classifier) {
    this.classifier = classifier;
  }

  void begin(MessageHead next) {
    head = next;
    codingCount = 0;
    lengthCount = 0;
    chunkedBefore = false;
    numbered = false;
  }

  void add(int field, Likeness likeness) {
    boolean coding =
        likeness == Likeness.TRANSFER_ENCODING || likeness == Likeness.TRANSFER_ENCODING_DISGUISED;
    if (coding) {
      if (codingCount == codings.length) {
        codings = Arrays.copyOf(codings, codingCount * 2);
      }
      codings[codingCount++] = field;
    } else {
      if (lengthCount == lengths.length) {
        lengths = Arrays.copyOf(lengths, lengthCount * 2);
      }
      lengths[lengthCount++] = field;
    }
  }

  /**
   * Says it.
   *
   * @param withoutCodings whether the version is too old for transfer codings
   * @param withoutLengths whether the version is too old for lengths
   */
  void conclude(RequestHead request, boolean withoutCodings, boolean withoutLengths) {
    if (codingCount == 0 && lengthCount == 0) {
      return;
    }
    if (withoutCodings && codingCount > 0) {
      classifier.found(Reason.UNDEFINED_TRANSFER_ENCODING_SEMANTICS);
      return;
    }
    if (withoutLengths && lengthCount > 0) {
      classifier.found(Reason.UNDEFINED_CONTENT_LENGTH_SEMANTICS);
      return;
    }
    for (int i = 0; i < codingCount; i++) {
      codings(codings[i]);
    }
    for (int i = 0; i < lengthCount; i++) {
      length(lengths[i]);
    }
    if (request.isMethod("GET") || request.isMethod("HEAD")) {
      withoutBody();
    }
    if (numbered && codingCount > 0) {
      classifier.found(Reason.BOTH_TE_CL_PRESENT);
    }
  }

  private void withoutBody() {
    if (codingCount > 0) {
      classifier.found(Reason.UNDEFINED_TRANSFER_ENCODING_SEMANTICS);
    }
    if (numbered) {
      classifier.found(
          number == 0
              ? Reason.GET_HEAD_ZERO_CONTENT_LENGTH
              : Reason.UNDEFINED_CONTENT_LENGTH_SEMANTICS);
    }
  }

  private int valueStart(int field) {
    return Math.min(head.nameEnd(field) + 1, head.lineEnd(field));
  }

  private void codings(int field) {
    byte[] bytes = head.bytes();
    int end = head.lineEnd(field);
    int from = valueStart(field);
    while (from <= end) {
      int to = indexOf(bytes, ',', from, end);
      coding(bytes, from, indexOf(bytes, ';', from, to));
      from = to + 1;
    }
  }

  private void coding(byte[] bytes, int itemStart, int itemEnd) {
    int from = Classifier.skipBlanks(bytes, itemStart, itemEnd);
    int to = Classifier.skipBlanksBack(bytes, from, itemEnd);
    byte[] known = known(bytes, from, to);
    if (known == null) {
      classifier.found(Reason.BAD_TRANSFER_ENCODING);
      return;
    }
    boolean isChunked = known == CHUNKED;
    if (isChunked && chunkedBefore) {
      classifier.found(Reason.MULTIPLE_TRANSFER_ENCODING_CHUNKED);
    }
    chunkedBefore = isChunked;
  }

  private static byte[] known(byte[] bytes, int from, int to) {
    for (byte[] coding : CODINGS) {
      if (equalsIgnoringCase(bytes, from, to, coding)) {
        return coding;
      }
    }
    return null;
  }

  private static boolean equalsIgnoringCase(byte[] bytes, int from, int to, byte[] lowerCase) {
    if (to - from != lowerCase.length) {
      return false;
    }
    for (int i = 0; i < lowerCase.length; i++) {
      byte b = bytes[from + i];
      if ((b >= 'A' && b <= 'Z' ? b + 32 : b) != lowerCase[i]) {
        return false;
      }
    }
    return true;
  }

  /** The number is kept as an unsigned one of 64 bits; none at all counts as 0. */
  private void length(int field) {
    byte[] bytes = head.bytes();
    int end = head.lineEnd(field);
    int from = Classifier.skipBlanks(bytes, valueStart(field), end);
    int to = Classifier.skipBlanksBack(bytes, from, end);
    long value = 0;
    for (int at = from; at < to; at++) {
      int digit = bytes[at] - '0';
      if (digit < 0 || digit > 9 || overflows(value, digit)) {
        classifier.found(Reason.BAD_CONTENT_LENGTH);
        return;
      }
      value = value * 10 + digit;
    }
    if (!numbered) {
      numbered = true;
      number = value;
    } else {
      classifier.found(
          number == value ? Reason.DUPLICATE_CONTENT_LENGTH : Reason.MULTIPLE_CONTENT_LENGTH);
    }
  }

  private static boolean overflows(long value, int digit) {
    int order = Long.compareUnsigned(value, Long.divideUnsigned(-1L, 10));
    return order > 0 || (order == 0 && digit > (int) Long.remainderUnsigned(-1L, 10));
  }

  private static int indexOf(byte[] bytes, char wanted, int from, int to) {
    int at = from;
    while (at < to && bytes[at] != wanted) {
      at++;
    }
    return at;
  }
}
