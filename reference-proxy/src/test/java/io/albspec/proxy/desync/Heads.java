package io.albspec.proxy.desync;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.albspec.proxy.exchange.MessageHead;
import io.albspec.proxy.exchange.RequestHead;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.List;

/** Reads heads for tests. */
final class Heads {

  private static final int LARGE = 1024 * 1024;
  private static final char STAND_IN = 0x02;

  private Heads() {}

  /**
   * A head whose parts were split by somebody else: they may contain line feeds, which no head that
   * is read line by line can.
   */
  static RequestHead assembled(byte[] method, byte[] uri, byte[] version, List<byte[][]> fields) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    put(bytes, method, " ");
    put(bytes, uri, " ");
    put(bytes, version, "\r\n");
    for (byte[][] field : fields) {
      put(bytes, field[0], ":");
      put(bytes, field[1], "\r\n");
    }
    RequestHead request = read((bytes.toString(ISO_8859_1) + "\r\n").getBytes(ISO_8859_1), LARGE);
    byte[] head = request.head().bytes();
    for (int i = 0; i < request.head().length(); i++) {
      head[i] = head[i] == STAND_IN ? (byte) '\n' : head[i];
    }
    return request;
  }

  private static void put(ByteArrayOutputStream bytes, byte[] part, String behind) {
    bytes.writeBytes(new String(part, ISO_8859_1).replace('\n', STAND_IN).getBytes(ISO_8859_1));
    bytes.writeBytes(behind.getBytes(ISO_8859_1));
  }

  /** The head at the beginning of these bytes, which come in pieces of that size. */
  static RequestHead read(byte[] bytes, int piece) {
    RequestHead request = new RequestHead(new MessageHead(LARGE, LARGE));
    MessageHead.Progress progress = MessageHead.Progress.INCOMPLETE;
    for (int from = 0; from < bytes.length; from += piece) {
      ByteBuffer in = ByteBuffer.wrap(bytes, from, Math.min(piece, bytes.length - from));
      progress = request.head().read(in);
      if (progress != MessageHead.Progress.INCOMPLETE) {
        break;
      }
    }
    if (progress != MessageHead.Progress.COMPLETE) {
      throw new IllegalArgumentException("no complete head: " + progress);
    }
    request.parse();
    return request;
  }
}
