package io.albspec.steps.wire;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** A connection of a balancer to a target. */
public final class TargetConnection {

  private static final int KEPT = 128 * 1024;
  private static final byte[] CONTINUE =
      "HTTP/1.1 100 Continue\r\n\r\n".getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);

  private final Socket socket;
  private final Instant opened;
  private final Recording received;
  private final MessageReader reader;
  private final ByteArrayOutputStream sent = new ByteArrayOutputStream();
  private final AtomicLong sentCount = new AtomicLong();
  private volatile boolean closedByBalancer;

  /** Takes an accepted socket; the moment is guide time. */
  public TargetConnection(Socket socket, Instant opened) throws IOException {
    this.socket = socket;
    this.opened = opened;
    this.received = new Recording(socket.getInputStream());
    this.reader = new MessageReader(new BufferedInputStream(received));
  }

  Optional<Head> head() throws IOException {
    return reader.head();
  }

  byte[] body(Head head) throws IOException {
    if (!head.values("Expect").isEmpty()) {
      send(CONTINUE);
    }
    return head.isChunked() ? reader.chunks() : reader.body(head.length().orElse(0L));
  }

  void send(byte[] bytes) throws IOException {
    keep(bytes);
    sentCount.addAndGet(bytes.length);
    socket.getOutputStream().write(bytes);
  }

  private synchronized void keep(byte[] bytes) {
    sent.write(bytes, 0, Math.min(bytes.length, Math.max(0, KEPT - sent.size())));
  }

  void close() throws IOException {
    socket.close();
  }

  void finish() throws IOException {
    socket.shutdownOutput();
  }

  void reset() throws IOException {
    socket.setSoLinger(true, 0);
    socket.close();
  }

  void ended() {
    closedByBalancer = !socket.isClosed();
  }

  /** Whether the balancer has closed it, in whatever way. */
  public boolean isClosedByBalancer() {
    return closedByBalancer;
  }

  /** Guide time of its beginning. */
  public Instant opened() {
    return opened;
  }

  /** The first bytes that came, up to 128 KiB. */
  public byte[] received() {
    return received.bytes();
  }

  /** The first bytes that were sent, up to 128 KiB. */
  public synchronized byte[] sent() {
    return sent.toByteArray();
  }

  /** How many bytes went either way. */
  public long traffic() {
    return received.count() + sentCount.get();
  }

  InetSocketAddress from() {
    return (InetSocketAddress) socket.getRemoteSocketAddress();
  }

  int port() {
    return socket.getLocalPort();
  }
}
