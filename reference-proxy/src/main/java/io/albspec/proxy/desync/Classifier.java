package io.albspec.proxy.desync;

import io.albspec.proxy.exchange.MessageHead;
import io.albspec.proxy.exchange.RequestHead;
import java.nio.charset.StandardCharsets;

/**
 * Classifies requests as the analyser does that the guide names ({@code http_desync_guardian},
 * version 0.1.3). The tier is that of the worst finding, the reason the first finding of that tier.
 * Nothing is allocated; used on one thread.
 */
public final class Classifier {

  private static final byte[] HTTP_0_9 = ascii("HTTP/0.9");
  private static final byte[] HTTP_1 = ascii("HTTP/1.");
  private static final byte[] HTTP_1_0 = ascii("HTTP/1.0");
  private static final byte[] HTTP_2 = ascii("HTTP/2");

  private final FramingFindings framing = new FramingFindings(this);
  private Reason reason;
  private boolean invalidNames;

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  /** Classifies the request; {@link Reason#tier()} is the classification. */
  public Reason classify(RequestHead request) {
    reason = Reason.COMPLIANT;
    invalidNames = false;
    byte[] bytes = request.head().bytes();
    int from = skipBlanks(bytes, request.versionStart(), request.versionEnd());
    int to = skipBlanksBack(bytes, from, request.versionEnd());
    boolean unnamed = from == to;
    if (!unnamed && compare(bytes, request.versionStart(), request.versionEnd(), HTTP_2) >= 0) {
      return reason;
    }
    fields(request);
    framing.conclude(
        request,
        unnamed || compare(bytes, request.versionStart(), request.versionEnd(), HTTP_1_0) <= 0,
        unnamed || compare(bytes, request.versionStart(), request.versionEnd(), HTTP_1_0) < 0);
    method(request);
    boolean blanks = to - from < request.versionEnd() - request.versionStart();
    version(bytes, from, to, blanks);
    uri(request);
    return reason;
  }

  /**
   * Whether the request classified last has a field whose name is no {@code [-A-Za-z0-9]+} (guide:
   * {@code routing.http.drop_invalid_header_fields.enabled}). Only known if the version was read.
   */
  public boolean hasInvalidNames() {
    return invalidNames;
  }

  /** Something was found; it counts if it is worse than all before. */
  void found(Reason finding) {
    if (finding.tier().compareTo(reason.tier()) > 0) {
      reason = finding;
    }
  }

  private void fields(RequestHead request) {
    MessageHead head = request.head();
    framing.begin(head);
    for (int field = 0; field < head.fieldCount(); field++) {
      boolean bad = bytesOf(head, field);
      if (isNameless(head, field)) {
        found(Reason.EMPTY_HEADER);
        continue;
      }
      Likeness likeness = Likeness.of(head, field);
      if (likeness == Likeness.NONE || (bad && likeness.isDisguise())) {
        continue;
      }
      if (likeness.isDisguise()) {
        found(Reason.SUSPICIOUS_HEADER);
      }
      framing.add(field, likeness);
    }
  }

  /** Looks at each byte of a field; true if there is one that must be in none. */
  private boolean bytesOf(MessageHead head, int field) {
    byte[] bytes = head.bytes();
    int colon = head.nameEnd(field);
    int end = head.lineEnd(field);
    boolean odd = false;
    invalidNames |= colon == head.nameStart(field);
    for (int at = head.nameStart(field); at < colon; at++) {
      if (ByteClass.isPlain(bytes[at])) {
        continue;
      }
      invalidNames = true;
      if (!ByteClass.isToken(bytes[at])) {
        if (ByteClass.isBad(bytes[at])) {
          found(Reason.BAD_HEADER);
          return true;
        }
        odd = true;
      }
    }
    for (int at = colon + 1; at < end; at++) {
      if (!ByteClass.isValue(bytes[at])) {
        if (ByteClass.isBad(bytes[at])) {
          found(Reason.BAD_HEADER);
          return true;
        }
        odd = true;
      }
    }
    if (odd) {
      found(Reason.NON_COMPLIANT_HEADER);
    }
    return false;
  }

  private static boolean isNameless(MessageHead head, int field) {
    byte[] bytes = head.bytes();
    int end = head.nameEnd(field);
    return skipBlanks(bytes, head.nameStart(field), end) == end;
  }

  private void method(RequestHead request) {
    byte[] bytes = request.head().bytes();
    for (int at = request.methodStart(); at < request.methodEnd(); at++) {
      if (!ByteClass.isToken(bytes[at])) {
        found(Reason.BAD_METHOD);
        return;
      }
    }
  }

  private void version(byte[] bytes, int from, int to, boolean blanks) {
    if (from == to || compare(bytes, from, to, HTTP_0_9) == 0) {
      found(Reason.NON_COMPLIANT_VERSION);
      return;
    }
    int digit = from + HTTP_1.length;
    boolean known =
        to == digit + 1
            && compare(bytes, from, digit, HTTP_1) == 0
            && bytes[digit] >= '0'
            && bytes[digit] <= '9';
    if (!known) {
      found(Reason.BAD_VERSION);
    } else if (bytes[digit] > '1' || blanks) {
      found(Reason.NON_COMPLIANT_VERSION);
    }
  }

  private void uri(RequestHead request) {
    byte[] bytes = request.head().bytes();
    for (int at = request.targetStart(); at < request.targetEnd(); at++) {
      byte b = bytes[at];
      if (ByteClass.isUri(b)) {
        continue;
      }
      if (ByteClass.isBad(b)) {
        found(Reason.BAD_URI);
        return;
      }
      found(b == ' ' ? Reason.SPACE_IN_URI : Reason.AMBIGUOUS_URI);
    }
  }

  static int skipBlanks(byte[] bytes, int from, int to) {
    int at = from;
    while (at < to && ByteClass.isBlank(bytes[at])) {
      at++;
    }
    return at;
  }

  static int skipBlanksBack(byte[] bytes, int from, int to) {
    int at = to;
    while (at > from && ByteClass.isBlank(bytes[at - 1])) {
      at--;
    }
    return at;
  }

  /** Compares byte by byte, unsigned; less than 0 if the part comes first. */
  private static int compare(byte[] bytes, int from, int to, byte[] other) {
    int common = Math.min(to - from, other.length);
    for (int i = 0; i < common; i++) {
      int difference = (bytes[from + i] & 0xff) - (other[i] & 0xff);
      if (difference != 0) {
        return difference;
      }
    }
    return to - from - other.length;
  }
}
