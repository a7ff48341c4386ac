package io.albspec.proxy.server;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.SocketException;

/**
 * What a target says to one request, and how it ends the connection.
 *
 * @param request the client's, which asks for its connection to be closed
 * @param bytes that the target sends
 * @param piece how many of them at a time
 * @param reset whether it ends with RST
 */
record TargetScript(String request, String bytes, int piece, boolean reset) {

  private static final int MOST_PIECES = 40;

  /** What reached the client. Another client is served while the target is in the middle of it. */
  Reading play(ProxyUnderTest proxy, OtherClient other) throws IOException {
    try (Wire client = proxy.client().send(request);
        Wire target = proxy.acceptedByTarget()) {
      target.head();
      int half = bytes.length() / 2;
      sendInPieces(target, 0, half);
      other.isServed();
      sendInPieces(target, half, bytes.length());
      if (reset) {
        target.reset();
      } else {
        target.finish();
      }
      return everything(client);
    }
  }

  private void sendInPieces(Wire target, int from, int to) {
    int size = Math.max(piece, bytes.length() / MOST_PIECES);
    try {
      for (int at = from; at < to; at += size) {
        target.send(bytes.substring(at, Math.min(at + size, to)));
      }
    } catch (IOException refused) {
      // The balancer has seen enough of it.
      return;
    }
  }

  private Reading everything(Wire client) throws IOException {
    ByteArrayOutputStream received = new ByteArrayOutputStream();
    boolean inOrder = true;
    try {
      for (int b = client.in().read(); b >= 0; b = client.in().read()) {
        received.write(b);
      }
    } catch (SocketException e) {
      inOrder = false;
    }
    return Reading.of(received.toString(ISO_8859_1), inOrder, request.startsWith("HEAD "));
  }

  /** What a careful client would make of the target's bytes. */
  Reading said() {
    return Reading.of(bytes, !reset, request.startsWith("HEAD "));
  }
}
