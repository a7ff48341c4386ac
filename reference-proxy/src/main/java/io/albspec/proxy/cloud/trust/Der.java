package io.albspec.proxy.cloud.trust;

import java.security.cert.CRLException;

/** Goes through the elements of a piece of DER (X.690), without a copy of any. */
final class Der {

  static final int INTEGER = 0x02;
  static final int BIT_STRING = 0x03;
  static final int UTC_TIME = 0x17;
  static final int GENERALIZED_TIME = 0x18;
  static final int SEQUENCE = 0x30;

  private static final int LONG_FORM = 0x80;
  private static final int MOST_LENGTH_BYTES = 4;

  private final byte[] bytes;
  private final int end;
  private int at;

  Der(byte[] bytes, int from, int to) {
    this.bytes = bytes;
    this.at = from;
    this.end = to;
  }

  /** Whether there is another element. */
  boolean hasNext() {
    return at < end;
  }

  /** Whether the next element has that tag. */
  boolean isNext(int tag) {
    return at < end && (bytes[at] & 0xFF) == tag;
  }

  /** Where the next element begins. */
  int at() {
    return at;
  }

  /** Where the piece ends. */
  int end() {
    return end;
  }

  /** What is in the next element, which must have that tag; goes on behind it. */
  Der next(int tag) throws CRLException {
    if (!isNext(tag)) {
      throw new CRLException("there is no element with the tag %d".formatted(tag));
    }
    return next();
  }

  /** What is in the next element; goes on behind it. */
  Der next() throws CRLException {
    int length = end - at < 2 ? -1 : bytes[at + 1] & 0xFF;
    int start = at + 2;
    if (length >= LONG_FORM) {
      int count = length - LONG_FORM;
      length = count == 0 || count > MOST_LENGTH_BYTES || count > end - start ? -1 : 0;
      for (int i = 0; i < count && length >= 0; i++) {
        length = (length << Byte.SIZE) | (bytes[start + i] & 0xFF);
      }
      start += count;
    }
    if (length < 0 || length > end - start) {
      throw new CRLException("an element breaks off");
    }
    at = start + length;
    return new Der(bytes, start, at);
  }
}
