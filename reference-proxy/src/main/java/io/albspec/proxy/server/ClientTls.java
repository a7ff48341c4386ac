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

  /** Jetty says that no more comes, and leaves the TCP connection open: it is ended, too. */
  private final class Inside extends SslEndPoint {

    @Override
    public void doShutdownOutput() {
      super.doShutdownOutput();
      Finish.behindWrites(ClientTls.this.getEndPoint());
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
