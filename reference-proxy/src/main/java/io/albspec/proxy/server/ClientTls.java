package io.albspec.proxy.server;

import io.albspec.proxy.tls.Handshake;
import io.albspec.proxy.worker.Finish;
import io.albspec.proxy.worker.Worker;
import java.io.IOException;
import java.nio.ByteBuffer;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult;
import javax.net.ssl.SSLException;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.ssl.SslConnection;

/**
 * TLS with a client as it was chosen; clients cannot ask for another handshake, nor keep the
 * balancer busy with records that say nothing.
 */
final class ClientTls extends SslConnection {

  /** The largest hello and the largest chain of certificates that are read, in small records. */
  private static final long MOST_BYTES_OF_HANDSHAKE = 128 * 1024;

  /** In sequence; clients of old have one before each that has content. */
  private static final int MOST_EMPTY_RECORDS = 32;

  private final Handshake handshake;
  private int seen;
  private long shaken;
  private int empty;

  ClientTls(EndPoint endPoint, Worker worker, Handshake handshake) {
    super(worker.bufferPool(), Runnable::run, null, endPoint, handshake.engine(), true, true);
    this.handshake = handshake;
    setRenegotiationAllowed(false);
  }

  @Override
  protected SSLEngineResult unwrap(SSLEngine engine, ByteBuffer input, ByteBuffer output)
      throws SSLException {
    boolean shaking = !handshake.isOver();
    SSLEngineResult result = super.unwrap(engine, input, output);
    if (shaking) {
      shaken += result.bytesConsumed();
      demand(shaken <= MOST_BYTES_OF_HANDSHAKE, "the handshake does not end");
    } else if (result.bytesProduced() > 0) {
      empty = 0;
    } else if (result.bytesConsumed() > 0) {
      empty++;
      demand(empty <= MOST_EMPTY_RECORDS, "there are only records without content");
    }
    return result;
  }

  private static void demand(boolean met, String otherwise) throws SSLException {
    if (!met) {
      throw new SSLException(otherwise);
    }
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
