package io.albspec.proxy.desync;

import io.albspec.proxy.exchange.MessageHead;
import java.nio.charset.StandardCharsets;

/**
 * How like a field's name is to that of a field that frames the message: {@code Transfer-Encoding}
 * or {@code Content-Length}. Some servers normalise names before they compare them, each in its own
 * way; a name that could become one of the two counts as a disguise.
 */
public enum Likeness {
  /** It is another name. */
  NONE,
  /** It is Transfer-Encoding, in any case. */
  TRANSFER_ENCODING,
  /** It could be taken for Transfer-Encoding. */
  TRANSFER_ENCODING_DISGUISED,
  /** It is Content-Length, in any case. */
  CONTENT_LENGTH,
  /** It could be taken for Content-Length. */
  CONTENT_LENGTH_DISGUISED;

  private static final byte[] TE = "transfer-encoding".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] CL = "content-length".getBytes(StandardCharsets.US_ASCII);

  private enum Match {
    DISTANT,
    SAME_LETTERS,
    IDENTICAL
  }

  /** Of the name of this field. */
  public static Likeness of(MessageHead head, int field) {
    int from = head.nameStart(field);
    int to = head.nameEnd(field);
    if (to - from < CL.length) {
      return NONE;
    }
    byte[] bytes = head.bytes();
    int first = alphanumeric(bytes, from, to);
    if (first == to) {
      return NONE;
    }
    return switch (bytes[first] | 0x20) {
      case 't' ->
          switch (match(bytes, from, first, to, TE)) {
            case DISTANT -> NONE;
            case SAME_LETTERS -> TRANSFER_ENCODING_DISGUISED;
            case IDENTICAL -> TRANSFER_ENCODING;
          };
      case 'c' ->
          switch (match(bytes, from, first, to, CL)) {
            case DISTANT -> NONE;
            case SAME_LETTERS -> CONTENT_LENGTH_DISGUISED;
            case IDENTICAL -> CONTENT_LENGTH;
          };
      default -> NONE;
    };
  }

  /** Whether it could be taken for a field that frames the message, and is none. */
  public boolean isDisguise() {
    return this == TRANSFER_ENCODING_DISGUISED || this == CONTENT_LENGTH_DISGUISED;
  }

  private static Match match(byte[] bytes, int from, int first, int to, byte[] wanted) {
    if (to - from < wanted.length) {
      return Match.DISTANT;
    }
    boolean exact = first == from && to - from == wanted.length;
    int at = first;
    for (byte letter : wanted) {
      if (at >= to) {
        return Match.DISTANT;
      }
      if (letter == '-') {
        exact &= bytes[at] == '-';
        at = alphanumeric(bytes, at + 1, to);
        continue;
      }
      int matched = letterLength(bytes, at, to, letter);
      if (matched == 0) {
        break;
      }
      at = behindControls(bytes, at + matched, to);
    }
    if (at >= to) {
      return exact ? Match.IDENTICAL : Match.SAME_LETTERS;
    }
    return alphanumeric(bytes, at, to) == to ? Match.SAME_LETTERS : Match.DISTANT;
  }

  /** How many bytes are this letter, in any case or as its look-alike beyond ASCII; 0 if none. */
  private static int letterLength(byte[] bytes, int at, int to, byte letter) {
    if ((bytes[at] | 0x20) == letter && ByteClass.isAlphanumeric(bytes[at])) {
      return 1;
    }
    boolean two = at + 1 < to;
    boolean longS = two && bytes[at] == (byte) 0xc5 && bytes[at + 1] == (byte) 0xbf;
    boolean dotlessI = two && bytes[at] == (byte) 0xc4 && bytes[at + 1] == (byte) 0xb1;
    return (letter == 's' && longS) || (letter == 'i' && dotlessI) ? 2 : 0;
  }

  private static int behindControls(byte[] bytes, int from, int to) {
    int at = from;
    while (at < to && (bytes[at] & 0xff) <= ' ') {
      at++;
    }
    return at;
  }

  private static int alphanumeric(byte[] bytes, int from, int to) {
    int at = from;
    while (at < to && !ByteClass.isAlphanumeric(bytes[at])) {
      at++;
    }
    return at;
  }
}
