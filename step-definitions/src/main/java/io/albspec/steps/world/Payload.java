package io.albspec.steps.world;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

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

  /** A body in pieces, none of them empty. */
  public static List<byte[]> pieces(byte[] body) {
    List<byte[]> pieces = new ArrayList<>();
    for (int from = 0; from < body.length; from += CHUNK) {
      pieces.add(Arrays.copyOfRange(body, from, Math.min(from + CHUNK, body.length)));
    }
    return pieces;
  }

  /** A body as it is sent in chunks (RFC 9112 section 7.1). */
  static byte[] inChunks(byte[] body) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (byte[] piece : pieces(body)) {
      out.writeBytes((Integer.toHexString(piece.length) + "\r\n").getBytes(ISO_8859_1));
      out.writeBytes(piece);
      out.writeBytes("\r\n".getBytes(ISO_8859_1));
    }
    out.writeBytes("0\r\n\r\n".getBytes(ISO_8859_1));
    return out.toByteArray();
  }
}
