package io.albspec.proxy.backend.http2;

import io.albspec.proxy.exchange.Exchange;
import io.albspec.proxy.hpack.FieldBlock;
import io.albspec.proxy.http1.RequestWriter;
import io.albspec.proxy.target.Target;
import io.albspec.proxy.worker.Buffers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * Heads of requests as HTTP/2 has them (RFC 9113, 8.3.1), from the heads that targets of HTTP/1.1
 * would get: what the load balancer adds, changes and leaves out is the same.
 */
final class RequestHeads {

  private static final byte[] METHOD = ascii(":method");
  private static final byte[] SCHEME = ascii(":scheme");
  private static final byte[] PATH = ascii(":path");
  private static final byte[] AUTHORITY = ascii(":authority");
  private static final byte[] TE = ascii("te");
  private static final byte[] TRAILERS = ascii("trailers");
  private static final byte[] HTTP = ascii("http");
  private static final byte[] HTTPS = ascii("https");
  private static final byte[] HOST = ascii("host");
  private static final byte[] CONNECTION = ascii("connection");
  private static final byte[] TRANSFER_ENCODING = ascii("transfer-encoding");

  private final RequestWriter writer;
  private final Buffers buffers;
  private byte[] lines = {};

  RequestHeads(RequestWriter writer, Buffers buffers) {
    this.writer = writer;
    this.buffers = buffers;
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  /** Adds the head of the exchange's request to the target to a block. */
  void request(Exchange exchange, Target target, FieldBlock block) {
    int length = read(exchange);
    int methodEnd = indexOf((byte) ' ', 0);
    int lineEnd = indexOf((byte) '\r', methodEnd);
    int pathEnd = lineEnd - " HTTP/1.1".length();
    block.field(METHOD, 0, METHOD.length, lines, 0, methodEnd);
    put(block, SCHEME, target.isSecure() ? HTTPS : HTTP);
    block.field(PATH, 0, PATH.length, lines, methodEnd + 1, pathEnd);
    authority(block, lineEnd + 2, length);
    fields(block, lineEnd + 2, length);
    if (exchange.request().head().find("te", 0) >= 0) {
      put(block, TE, TRAILERS);
    }
  }

  private static void put(FieldBlock block, byte[] name, byte[] value) {
    block.field(name, 0, name.length, value, 0, value.length);
  }

  private int read(Exchange exchange) {
    ByteBuffer head = writer.write(exchange, buffers).flip();
    int length = head.remaining();
    if (length > lines.length || lines.length > 2 * Buffers.SIZE) {
      lines = new byte[Math.max(length, Buffers.SIZE)];
    }
    head.get(lines, 0, length);
    buffers.release(head);
    return length;
  }

  private int indexOf(byte wanted, int from) {
    int at = from;
    while (lines[at] != wanted) {
      at++;
    }
    return at;
  }

  /** The host, if the request names one. */
  private void authority(FieldBlock block, int from, int to) {
    int start = from;
    while (start < to - 2) {
      int colon = indexOf((byte) ':', start);
      int end = indexOf((byte) '\r', colon);
      if (is(HOST, start, colon)) {
        block.field(AUTHORITY, 0, AUTHORITY.length, lines, valueStart(colon, end), end);
        return;
      }
      start = end + 2;
    }
  }

  private void fields(FieldBlock block, int from, int to) {
    int start = from;
    while (start < to - 2) {
      int colon = indexOf((byte) ':', start);
      int end = indexOf((byte) '\r', colon);
      boolean left =
          is(HOST, start, colon)
              || is(CONNECTION, start, colon)
              || is(TRANSFER_ENCODING, start, colon);
      if (!left) {
        block.field(lines, start, colon, lines, valueStart(colon, end), end);
      }
      start = end + 2;
    }
  }

  private int valueStart(int colon, int end) {
    int start = colon + 1;
    while (start < end && lines[start] == ' ') {
      start++;
    }
    return start;
  }

  private boolean is(byte[] name, int from, int to) {
    if (to - from != name.length) {
      return false;
    }
    for (int i = 0; i < name.length; i++) {
      byte b = lines[from + i];
      if ((b >= 'A' && b <= 'Z' ? b + 32 : b) != name[i]) {
        return false;
      }
    }
    return true;
  }
}
