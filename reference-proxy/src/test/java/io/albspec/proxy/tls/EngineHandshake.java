package io.albspec.proxy.tls;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;
import javax.net.ssl.SSLException;

/** A handshake of a client's engine with a listener, without a network between them. */
final class EngineHandshake {

  private static final int ROUNDS = 20;

  private final ByteBuffer up = ByteBuffer.allocate(40_000);
  private final ByteBuffer down = ByteBuffer.allocate(40_000);
  private final ByteBuffer plain = ByteBuffer.allocate(40_000);
  private final SSLEngine client;
  private final Handshake handshake;

  private EngineHandshake(SSLEngine client, SecureSettings settings) {
    this.client = client;
    this.handshake = settings.handshake();
  }

  /**
   * Lets both come to an end.
   *
   * @return the listener's side of it
   * @throws SSLException if one of them refuses the other
   */
  static Handshake between(SSLEngine client, SecureSettings settings) throws SSLException {
    EngineHandshake both = new EngineHandshake(client, settings);
    both.agree();
    return both.handshake;
  }

  private void agree() throws SSLException {
    client.wrap(ByteBuffer.allocate(0), up);
    assertThat(handshake.read(up.duplicate().flip())).isEqualTo(Handshake.Progress.CHOSEN);
    SSLEngine server = handshake.engine();
    for (int round = 0; round < ROUNDS; round++) {
      step(server, up, down);
      step(client, down, up);
    }
    assertThat(client.getHandshakeStatus()).isEqualTo(HandshakeStatus.NOT_HANDSHAKING);
    assertThat(server.getHandshakeStatus()).isEqualTo(HandshakeStatus.NOT_HANDSHAKING);
    handshake.succeeded(server.getSession());
  }

  private void step(SSLEngine engine, ByteBuffer in, ByteBuffer out) throws SSLException {
    in.flip();
    if (in.hasRemaining()) {
      engine.unwrap(in, plain.clear());
    }
    in.compact();
    while (engine.getHandshakeStatus() == HandshakeStatus.NEED_TASK) {
      engine.getDelegatedTask().run();
    }
    if (engine.getHandshakeStatus() == HandshakeStatus.NEED_WRAP) {
      engine.wrap(ByteBuffer.allocate(0), out);
    }
  }
}
