package io.albspec.proxy.http1;

import io.albspec.proxy.exchange.MessageHead;
import io.albspec.proxy.worker.Buffers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Builds the bytes of a head in one array, to be copied once into the buffer that is written. */
final class HeadWriter {

  private byte[] bytes = new byte[Buffers.SIZE];
  private int length;

  HeadWriter begin() {
    length = 0;
    return this;
  }

  HeadWriter put(byte[] source, int from, int to) {
    int count = to - from;
    if (length + count > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(length + count, bytes.length * 2));
    }
    System.arraycopy(source, from, bytes, length, count);
    length += count;
    return this;
  }

  HeadWriter put(byte[] source) {
    return put(source, 0, source.length);
  }

  /** Puts text of Latin-1 characters. */
  @SuppressWarnings("deprecation") // the only copy of Latin-1 text that allocates nothing
  HeadWriter put(String text) {
    int count = text.length();
    if (length + count > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(length + count, bytes.length * 2));
    }
    text.getBytes(0, count, bytes, length);
    length += count;
    return this;
  }

  HeadWriter put(long number) {
    if (number >= 0 && number < 10) {
      return put(DIGITS, (int) number, (int) number + 1);
    }
    return put(Long.toString(number));
  }

  /**
   * Puts a field line of a head as it stands, with CRLF at its end. A line without a colon, such as
   * one that was meant to continue another, gets one (guide: "Multi-Line headers").
   */
  HeadWriter putLine(MessageHead head, int field) {
    put(head.bytes(), head.nameStart(field), head.lineEnd(field));
    return head.nameEnd(field) == head.lineEnd(field) ? put(":\r\n") : put(CRLF);
  }

  /**
   * Puts what was built into one of these buffers, or into a larger one if it has no room there.
   */
  ByteBuffer into(Buffers buffers) {
    if (length > Buffers.SIZE) {
      return ByteBuffer.wrap(Arrays.copyOf(bytes, length)).position(length);
    }
    return buffers.acquire().put(bytes, 0, length);
  }

  static final byte[] CRLF = {'\r', '\n'};
  private static final byte[] DIGITS = "0123456789".getBytes(StandardCharsets.US_ASCII);
}
