package io.albspec.steps.wire;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;

/** A connection of a client that sends what it is told and takes note of what comes. */
public final class ClientConnection implements AutoCloseable {

  private static final int KEPT = 128 * 1024;
  private static final int NO_CONTENT = 204;
  private static final int NOT_MODIFIED = 304;

  private final SocketChannel channel;
  private final Socket socket;
  private final Recording received;
  private final ByteArrayOutputStream sent = new ByteArrayOutputStream();
  private final List<String> targets = new CopyOnWriteArrayList<>();
  private final AtomicLong sentCount = new AtomicLong();
  private final Queue<String> methods = new ConcurrentLinkedQueue<>();
  private final List<Response> responses = new CopyOnWriteArrayList<>();
  private final List<Response> interim = new CopyOnWriteArrayList<>();
  private volatile long consumed;
  private volatile boolean closed;
  private volatile String trouble = "";

  private ClientConnection(SocketChannel channel) throws IOException {
    this.channel = channel;
    this.socket = channel.socket();
    this.received = new Recording(Channels.newInputStream(channel));
    Thread reader = new Thread(this::read, "albspec-client-" + socket.getLocalPort());
    reader.setDaemon(true);
    reader.start();
  }

  /**
   * Opens a connection.
   *
   * @throws IOException if nobody accepts it
   */
  public static ClientConnection to(InetSocketAddress address) throws IOException {
    SocketChannel channel = SocketChannel.open();
    try {
      channel.connect(address);
      return new ClientConnection(channel);
    } catch (IOException refused) {
      channel.close();
      throw refused;
    }
  }

  /** Notes that a request is about to be sent, so a response will come. */
  public void expect(String method, String target) {
    methods.add(method);
    targets.add(target);
  }

  /** What was asked for, in the order of the requests; as many responses are to come, or have. */
  public List<String> targets() {
    return List.copyOf(targets);
  }

  /** Sends bytes. */
  public void send(byte[] bytes) {
    keep(bytes);
    sentCount.addAndGet(bytes.length);
    try {
      ByteBuffer left = ByteBuffer.wrap(bytes);
      while (left.hasRemaining()) {
        channel.write(left);
      }
    } catch (IOException closedMeanwhile) {
      trouble = closedMeanwhile.toString();
    }
  }

  private synchronized void keep(byte[] bytes) {
    sent.write(bytes, 0, Math.min(bytes.length, Math.max(0, KEPT - sent.size())));
  }

  private void read() {
    MessageReader reader = new MessageReader(new BufferedInputStream(received));
    try {
      while (next(reader)) {
        // The next response is read when there is one.
      }
    } catch (IOException | NumberFormatException e) {
      trouble = e.toString();
    }
    closed = true;
  }

  private boolean next(MessageReader reader) throws IOException {
    Optional<Head> head = reader.head();
    if (head.isEmpty()) {
      return false;
    }
    Response begun = new Response(head.get(), new byte[0], false);
    if (begun.isInterim()) {
      interim.add(new Response(head.get(), new byte[0], true));
      return true;
    }
    String method = methods.isEmpty() ? "" : methods.remove();
    try {
      byte[] body = body(reader, begun, method);
      consumed = reader.consumed();
      responses.add(new Response(head.get(), body, true));
    } catch (IOException | NumberFormatException e) {
      responses.add(begun);
      throw e;
    }
    return true;
  }

  private static byte[] body(MessageReader reader, Response response, String method)
      throws IOException {
    int status = response.status();
    if (method.equals("HEAD") || status == NO_CONTENT || status == NOT_MODIFIED) {
      return new byte[0];
    } else if (response.head().isChunked()) {
      return reader.chunks();
    }
    Optional<Long> length = response.head().length();
    return length.isPresent() ? reader.body(length.get()) : reader.rest();
  }

  /** The final responses so far, the incomplete one of a connection that has ended included. */
  public List<Response> responses() {
    return new ArrayList<>(responses);
  }

  /** The interim responses so far. */
  public List<Response> interim() {
    return new ArrayList<>(interim);
  }

  /** Whether the balancer has closed it, in whatever way. */
  public boolean isClosed() {
    return closed;
  }

  /** What went wrong on the connection, for messages; empty if nothing did. */
  public String trouble() {
    return trouble;
  }

  /** The first bytes that were sent, up to 128 KiB. */
  public synchronized byte[] sent() {
    return sent.toByteArray();
  }

  /** The first bytes that came, up to 128 KiB. */
  public byte[] received() {
    return received.bytes();
  }

  /** How many bytes were sent. */
  public long sentCount() {
    return sentCount.get();
  }

  /** How many bytes came. */
  public long receivedCount() {
    return received.count();
  }

  /** How many bytes came after the newest response. */
  public long strayBytes() {
    return received.count() - consumed;
  }

  /** The client's own address and port. */
  public InetSocketAddress local() {
    return (InetSocketAddress) socket.getLocalSocketAddress();
  }

  /** The balancer's address and port. */
  public InetSocketAddress remote() {
    return (InetSocketAddress) socket.getRemoteSocketAddress();
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot close a client connection", e);
    }
  }

  @Override
  public String toString() {
    return new String(received(), ISO_8859_1);
  }
}
