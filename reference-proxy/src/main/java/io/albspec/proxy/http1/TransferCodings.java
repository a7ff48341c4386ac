package io.albspec.proxy.http1;

import io.albspec.proxy.exchange.MessageHead;
import io.albspec.proxy.exchange.OwnResponse;

/**
 * The transfer codings of a request, of all its Transfer-Encoding fields together. Only {@code
 * chunked} and {@code identity} are supported (guide: "HTTP 501").
 */
final class TransferCodings {

  private boolean present;
  private int chunked;
  private boolean unsupported;
  private boolean malformed;

  void clear() {
    present = false;
    chunked = 0;
    unsupported = false;
    malformed = false;
  }

  void add(MessageHead head, int field) {
    present = true;
    byte[] bytes = head.bytes();
    int end = head.valueEnd(field);
    int from = head.valueStart(field);
    while (from <= end) {
      int to = indexOf(bytes, ',', from, end);
      int itemEnd = indexOf(bytes, ';', from, to);
      int start = FieldValue.trimStart(bytes, from, itemEnd);
      coding(head, start, FieldValue.trimEnd(bytes, start, itemEnd));
      from = to + 1;
    }
  }

  private void coding(MessageHead head, int from, int to) {
    byte[] bytes = head.bytes();
    if (from == to) {
      malformed = true;
    } else if (FieldValue.matches(bytes, from, to, "chunked")) {
      chunked++;
    } else if (!FieldValue.matches(bytes, from, to, "identity")) {
      unsupported = true;
    }
  }

  private static int indexOf(byte[] bytes, char wanted, int from, int to) {
    int at = from;
    while (at < to && bytes[at] != wanted) {
      at++;
    }
    return at;
  }

  /** Whether there is a Transfer-Encoding field. */
  boolean isPresent() {
    return present;
  }

  /** Whether the body comes in chunks. */
  boolean isChunked() {
    return chunked > 0;
  }

  /** Why the end of the body cannot be told; null if it can. */
  OwnResponse refusal() {
    if (unsupported) {
      return Refusals.NOT_IMPLEMENTED;
    }
    return malformed || chunked > 1 ? Refusals.BAD_REQUEST : null;
  }
}
