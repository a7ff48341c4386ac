package io.albspec.steps.world;

import io.albspec.fixtures.client.LayerFailedException;
import io.albspec.fixtures.client.PeerEnd;
import io.albspec.fixtures.client.RawConnection;
import io.albspec.fixtures.client.Response;
import io.albspec.fixtures.http2.Http2Connection;
import io.albspec.fixtures.tls.TlsLayer;
import io.albspec.steps.world.Speech.Asked;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** A connection of a client: what it has asked for, and what has come so far. */
public final class ClientConnection implements AutoCloseable {

  private static final String HTTP2 = "h2";

  private final RawConnection wire;
  private final InetAddress node;
  private Speech speech;
  private boolean over;
  private boolean closedHere;
  private Optional<TlsLayer> tls = Optional.empty();
  private Optional<String> refusal = Optional.empty();

  ClientConnection(RawConnection wire, InetAddress node) {
    this.wire = wire;
    this.node = node;
    this.speech = new Http1Speech(wire);
  }

  /**
   * /** Makes a handshake with its first message in pieces, and goes on with the protocol that was
   * agreed on; whether it was refused shows when it is looked at.
   */
  void secure(TlsLayer layer, UnaryOperator<List<byte[]>> pieces) throws IOException {
    try {
      wire.put(layer, pieces);
      tls = Optional.of(layer);
      if (layer.protocol().equals(HTTP2)) {
        speech = new Http2Speech(Http2Connection.begin(wire));
      }
    } catch (LayerFailedException e) {
      refusal = Optional.of(String.valueOf(e.getMessage()));
      over = true;
    }
  }

  /** How it is secured. */
  public TlsLayer tls() {
    return tls.orElseThrow(
        () -> new AssertionError("the connection is not secured: " + refusal.orElse("plain")));
  }

  /** Its streams and frames. */
  public Http2Speech http2() {
    if (speech instanceof Http2Speech http2) {
      return http2;
    }
    throw new AssertionError("HTTP/2 was not agreed on: " + refusal.orElse("HTTP/1.1"));
  }

  /** Why the handshake failed; empty if it did not. */
  public Optional<String> refusal() {
    return refusal;
  }

  /** Why what secures the connection is of no use any more; empty if it is. */
  public Optional<String> alert() {
    isClosed();
    return wire.layerFailure();
  }

  /** Asks for a new handshake on the connection. */
  public void renegotiate() {
    try {
      tls().renegotiate();
      wire.flush();
    } catch (IOException e) {
      throw new UncheckedIOException("no new handshake can be asked for", e);
    }
  }

  private interface Talking {
    void go() throws IOException;
  }

  private void talk(Talking talking) {
    if (!over) {
      try {
        talking.go();
      } catch (IOException e) {
        throw new UncheckedIOException("the connection is of no use", e);
      }
    }
  }

  /** Sends a request; if the balancer does not take it, that shows when its response is wanted. */
  void ask(Request request) {
    talk(() -> speech.ask(request));
  }

  /** Sends bytes, which hold these requests. */
  void send(byte[] bytes, List<Asked> requests) {
    talk(() -> speech.send(bytes, requests));
  }

  /** Ends its side; responses can still be received. */
  public void finish() {
    try {
      wire.finish();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot end the connection's side", e);
    }
  }

  /** Takes what has come, and waits a moment for the next final response. */
  void receive(Duration wait) {
    talk(() -> speech.receive(wait));
  }

  /** Takes one response, which may be an interim one, and waits a moment for it. */
  void receiveInterim(Duration wait) {
    talk(() -> speech.receiveInterim(wait));
  }

  /** How many responses are to come, or have. */
  public int expected() {
    return speech.asked().size();
  }

  /** Path and query of a request, by its number from 1; empty if the harness does not know them. */
  public Optional<String> target(int number) {
    return speech.asked().stream().skip(number - 1L).map(Asked::target).findFirst();
  }

  /** The final response to a request, by its number from 1; empty if it has not been taken. */
  public Optional<Response> response(int number) {
    return speech.response(number);
  }

  /** The final responses that have been taken. */
  public List<Response> responses() {
    return speech.responses();
  }

  /** The interim responses that have been taken one by one. */
  public List<Response> interim() {
    return speech.interim();
  }

  /** Whether the response to a request cannot come any more. */
  boolean isOver(int number) {
    return over || speech.isOver(number);
  }

  /** Whether a part of a response has come, and the rest cannot. */
  boolean isCutOff(int number) {
    return speech.isCutOff(number);
  }

  /** Whether it is closed, in whatever way. */
  public boolean isClosed() {
    try {
      return closedHere || wire.awaitClose(Duration.ZERO) != PeerEnd.OPEN;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot receive", e);
    }
  }

  /** Whether the other side leaves it open for a while. */
  boolean staysOpen(Duration wait) throws IOException {
    return wire.awaitClose(wait) == PeerEnd.OPEN;
  }

  /** What went wrong on the connection, for messages; empty if nothing did. */
  public String trouble() {
    return refusal.map("the handshake failed: "::concat).orElse(speech.trouble());
  }

  /** How many bytes were sent; over HTTP/2, those of requests. */
  public long sentCount() {
    return speech.sentCount();
  }

  /** How many bytes have come; over HTTP/2, those of responses. */
  public long receivedCount() {
    isClosed();
    return speech.receivedCount();
  }

  /** How many bytes have come after the newest response that has been taken. */
  public int strayBytes() {
    return unread().length;
  }

  /** The bytes that have come after the newest response that has been taken. */
  public byte[] unread() {
    return speech.unread();
  }

  /** The client's own address and port. */
  public InetSocketAddress local() {
    return wire.local();
  }

  /** The balancer's address. */
  public InetAddress node() {
    return node;
  }

  /** All that went over it. */
  String transcript() {
    return speech.transcript();
  }

  @Override
  public void close() {
    over = true;
    closedHere = true;
    try {
      wire.close();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot close a client connection", e);
    }
  }
}
