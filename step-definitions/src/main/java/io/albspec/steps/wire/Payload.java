package io.albspec.steps.wire;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;

/** Bodies whose every byte can be told from its neighbours. */
public final class Payload {

  private static final int CHUNK = 8000;
  private static final int LETTERS = 26;

  private Payload() {}

  /** A body of that many bytes, the same one each time. */
  public static byte[] ofSize(int size) {
    byte[] body = new byte[size];
    for (int i = 0; i < size; i++) {
      body[i] = (byte) ('a' + (i + i / LETTERS) % LETTERS);
    }
    return body;
  }

  /** A body as it is sent in chunks. */
  public static byte[] inChunks(byte[] body) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (int from = 0; from < body.length; from += CHUNK) {
      int size = Math.min(CHUNK, body.length - from);
      out.writeBytes((Integer.toHexString(size) + "\r\n").getBytes(ISO_8859_1));
      out.write(body, from, size);
      out.writeBytes("\r\n".getBytes(ISO_8859_1));
    }
    out.writeBytes("0\r\n\r\n".getBytes(ISO_8859_1));
    return out.toByteArray();
  }
}
