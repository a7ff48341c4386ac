package io.albspec.proxy.server;

import io.albspec.proxy.tls.Handshake;
import io.albspec.proxy.worker.Finish;
import io.albspec.proxy.worker.Worker;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.ssl.SslConnection;

/** TLS with a client as it was chosen; clients cannot ask for another handshake. */
final class ClientTls extends SslConnection {

  private final Handshake handshake;
  private int seen;

  ClientTls(EndPoint endPoint, Worker worker, Handshake handshake) {
    super(worker.bufferPool(), Runnable::run, null, endPoint, handshake.engine(), true, true);
    this.handshake = handshake;
    setRenegotiationAllowed(false);
  }

  @Override
  protected SslEndPoint newSslEndPoint() {
    return new Inside();
  }

  /**
   * Once it has said that no more comes, it ends its side of the TCP connection, too, which Jetty
   * leaves open. What the client sends from then on cannot be deciphered by every engine, and need
   * not be: it is read as it is, so that the connection is not reset over it, and dropped.
   */
  private final class Inside extends SslEndPoint {

    private boolean ended;

    @Override
    public void doShutdownOutput() {
      ended = true;
      super.doShutdownOutput();
      Finish.behindWrites(ClientTls.this.getEndPoint());
    }

    @Override
    public int fill(ByteBuffer buffer) throws IOException {
      return ended ? ClientTls.this.getEndPoint().fill(buffer) : super.fill(buffer);
    }

    @Override
    protected void needsFillInterest() {
      if (!ended) {
        super.needsFillInterest();
      } else if (!ClientTls.this.getEndPoint().isFillInterested()) {
        ClientTls.this.fillInterested();
      }
    }
  }

  /** What could not be sent comes again, at the beginning. */
  @Override
  protected boolean networkFlush(ByteBuffer output) throws IOException {
    if (!handshake.isOver()) {
      handshake.sends(output.slice(output.position() + seen, output.remaining() - seen));
    }
    boolean all = super.networkFlush(output);
    seen = output.remaining();
    return all;
  }
}
