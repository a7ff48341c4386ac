package io.albspec.steps.world;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;

import io.albspec.fixtures.target.Behaviour;
import io.albspec.fixtures.target.Reply;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** The connection of a target's newest request, where bytes go that no behaviour sends. */
public final class TargetWire {

  private static final String WEB_SOCKET = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";

  private final ByteArrayOutputStream received = new ByteArrayOutputStream();
  private final CompletableFuture<Void> left = new CompletableFuture<>();
  private volatile Optional<Reply> newest = Optional.empty();

  /** Notes where the newest request came. */
  void carries(Reply reply) {
    newest = Optional.of(reply);
  }

  /**
   * Sends bytes there.
   *
   * @throws IllegalStateException if no request has come
   * @throws AssertionError if the balancer has ended the connection
   */
  public void send(byte[] bytes) {
    Reply reply = newest.orElseThrow(() -> new IllegalStateException("no request has come"));
    try {
      reply.write(bytes);
    } catch (IOException e) {
      throw new AssertionError("the balancer has ended the connection of the newest request", e);
    }
  }

  /** What has come on upgraded connections since. */
  public byte[] received() {
    synchronized (received) {
      return received.toByteArray();
    }
  }

  /**
   * Accepts a WebSocket connection (RFC 6455 section 4.2.2) and keeps what comes.
   *
   * @param staysOpen whether its own side stays open when the other side ends
   */
  Behaviour accepting(boolean staysOpen) {
    return reply -> {
      reply.write(switching(reply));
      reply.readToEnd(this::keep);
      if (staysOpen) {
        left.join();
      }
    };
  }

  /** Ends the connections that stay open. */
  void leave() {
    left.complete(null);
  }

  private void keep(byte[] bytes) {
    synchronized (received) {
      received.writeBytes(bytes);
    }
  }

  private static byte[] switching(Reply reply) {
    String key = String.join("", reply.request().headers("Sec-WebSocket-Key"));
    return """
        HTTP/1.1 101 Switching Protocols\r
        Upgrade: websocket\r
        Connection: Upgrade\r
        Sec-WebSocket-Accept: %s\r
        \r
        """
        .formatted(accept(key))
        .getBytes(ISO_8859_1);
  }

  private static String accept(String key) {
    try {
      MessageDigest sha1 = MessageDigest.getInstance("SHA-1");
      return Base64.getEncoder().encodeToString(sha1.digest((key + WEB_SOCKET).getBytes(US_ASCII)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-1", e);
    }
  }
}
