package io.albspec.proxy.dns;

import io.albspec.proxy.dns.Responder.Transport;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.time.Instant;
import java.util.Optional;

/**
 * The queries of one client over TCP (RFC 7766), answered one after the other: while a response is
 * still to be taken, no further query is read.
 */
final class Conversation {

  private static final int LENGTH_BYTES = 2;

  private final SocketChannel channel;
  private final SelectionKey key;
  private final Responder responder;
  private final ByteBuffer length = ByteBuffer.allocate(LENGTH_BYTES);
  private Optional<ByteBuffer> query = Optional.empty();
  private Optional<ByteBuffer> response = Optional.empty();
  private Instant waitingSince;

  Conversation(SocketChannel channel, SelectionKey key, Responder responder, Instant now) {
    this.channel = channel;
    this.key = key;
    this.responder = responder;
    this.waitingSince = now;
  }

  /** Since when nothing has been answered. A query that comes byte by byte does not change it. */
  Instant waitingSince() {
    return waitingSince;
  }

  /**
   * Goes on with what the channel is ready for.
   *
   * @return false if the client is to be left
   */
  boolean goOn(Instant now) throws IOException {
    if (response.isPresent() && !write(now)) {
      return true;
    }
    int read = read();
    while (read > 0) {
      if (isComplete() && !answer(now)) {
        return response.isPresent();
      }
      read = response.isPresent() ? 0 : read();
    }
    return read == 0;
  }

  private int read() throws IOException {
    if (query.isEmpty()) {
      int read = channel.read(length);
      if (!length.hasRemaining()) {
        length.flip();
        query = Optional.of(ByteBuffer.allocate(Short.toUnsignedInt(length.getShort())));
        length.clear();
      }
      return read;
    }
    return channel.read(query.get());
  }

  private boolean isComplete() {
    return query.filter(bytes -> !bytes.hasRemaining()).isPresent();
  }

  /** False if the answer is not taken yet, or there is none. */
  private boolean answer(Instant now) throws IOException {
    byte[] bytes = query.orElseThrow().array();
    query = Optional.empty();
    response = responder.respond(bytes, Transport.TCP).map(Conversation::framed);
    return response.isPresent() && write(now);
  }

  private static ByteBuffer framed(ByteBuffer message) {
    return ByteBuffer.allocate(LENGTH_BYTES + message.remaining())
        .putShort((short) message.remaining())
        .put(message)
        .flip();
  }

  /** Whether all of the response is written. */
  private boolean write(Instant now) throws IOException {
    ByteBuffer bytes = response.orElseThrow();
    channel.write(bytes);
    boolean all = !bytes.hasRemaining();
    if (all) {
      response = Optional.empty();
      waitingSince = now;
    }
    key.interestOps(all ? SelectionKey.OP_READ : SelectionKey.OP_WRITE);
    return all;
  }
}
