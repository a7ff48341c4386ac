package io.albspec.proxy.dns;

import io.albspec.proxy.dns.Responder.Transport;
import java.io.IOException;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.util.Arrays;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Queries over UDP. */
final class Datagrams {

  private static final Logger LOG = LoggerFactory.getLogger(Datagrams.class);

  /** Longer queries are cut off, and thus malformed. */
  private static final int MOST_BYTES = 4096;

  /** So many are answered before clients over TCP have their turn. */
  private static final int BATCH = 64;

  private final DatagramChannel channel;
  private final Responder responder;
  private final ByteBuffer query = ByteBuffer.allocate(MOST_BYTES);

  Datagrams(DatagramChannel channel, Responder responder) {
    this.channel = channel;
    this.responder = responder;
  }

  /** Answers what has come. */
  void answer() {
    try {
      SocketAddress client = receive();
      for (int count = 1; client != null; count++) {
        answer(client);
        client = count < BATCH ? receive() : null;
      }
    } catch (IOException e) {
      LOG.debug("a datagram cannot be received: {}", e.getMessage());
    }
  }

  private SocketAddress receive() throws IOException {
    query.clear();
    return channel.receive(query);
  }

  private void answer(SocketAddress client) {
    byte[] bytes = Arrays.copyOf(query.array(), query.position());
    Optional<ByteBuffer> response = responder.respond(bytes, Transport.UDP);
    if (response.isPresent()) {
      try {
        channel.send(response.get(), client);
      } catch (IOException unreachable) {
        LOG.debug("a response cannot be sent to {}: {}", client, unreachable.getMessage());
      }
    }
  }
}
