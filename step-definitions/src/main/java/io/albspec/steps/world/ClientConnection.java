package io.albspec.steps.world;

import io.albspec.fixtures.client.ConnectionEndedException;
import io.albspec.fixtures.client.LayerFailedException;
import io.albspec.fixtures.client.MalformedResponseException;
import io.albspec.fixtures.client.PeerEnd;
import io.albspec.fixtures.client.RawConnection;
import io.albspec.fixtures.client.RawResponse;
import io.albspec.fixtures.client.ResponseTimeoutException;
import io.albspec.fixtures.client.SendFailedException;
import io.albspec.fixtures.tls.TlsLayer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** A connection of a client: what it has asked for, and what has come so far. */
public final class ClientConnection implements AutoCloseable {

  private static final int FIRST_FINAL = 200;

  private final RawConnection wire;
  private final InetAddress node;
  private final List<Asked> asked = new ArrayList<>();
  private final List<RawResponse> responses = new ArrayList<>();
  private final List<RawResponse> interim = new ArrayList<>();
  private long sent;
  private boolean over;
  private boolean closedHere;
  private String trouble = "";
  private Optional<TlsLayer> tls = Optional.empty();
  private Optional<String> refusal = Optional.empty();

  private record Asked(String method, String target) {}

  ClientConnection(RawConnection wire, InetAddress node) {
    this.wire = wire;
    this.node = node;
  }

  /**
   * Makes a handshake with its first message in pieces; whether it was refused shows when it is
   * looked at.
   */
  void secure(TlsLayer layer, UnaryOperator<List<byte[]>> pieces) throws IOException {
    try {
      wire.put(layer, pieces);
      tls = Optional.of(layer);
    } catch (LayerFailedException e) {
      refusal = Optional.of(String.valueOf(e.getMessage()));
      trouble = "the handshake failed: " + e.getMessage();
      over = true;
    }
  }

  /** How it is secured. */
  public TlsLayer tls() {
    return tls.orElseThrow(
        () -> new AssertionError("the connection is not secured: " + refusal.orElse("plain")));
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

  /** Notes that a request is about to be sent, so a response will come. */
  void expect(String method, String target) {
    asked.add(new Asked(method, target));
  }

  /** Sends bytes; if the balancer does not take them, that shows when responses are looked for. */
  void send(byte[] bytes) {
    try {
      wire.send(bytes);
      sent += bytes.length;
    } catch (SendFailedException e) {
      sent += e.sent();
      trouble = e.getMessage();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot send", e);
    }
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
    if (over) {
      return;
    }
    try {
      String method = responses.size() < asked.size() ? asked.get(responses.size()).method() : "";
      responses.add(wire.readResponse(method, wait));
    } catch (ResponseTimeoutException notYet) {
      // It may still come.
    } catch (ConnectionEndedException | MalformedResponseException e) {
      over = true;
      trouble = e.getMessage();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot receive", e);
    }
  }

  /** Takes one response, which may be an interim one, and waits a moment for it. */
  void receiveInterim(Duration wait) {
    try {
      RawResponse next = wire.readInterim(wait);
      (next.status() < FIRST_FINAL ? interim : responses).add(next);
    } catch (ResponseTimeoutException notYet) {
      // It may still come.
    } catch (IOException e) {
      over = true;
      trouble = String.valueOf(e.getMessage());
    }
  }

  /** How many responses are to come, or have. */
  public int expected() {
    return asked.size();
  }

  /** Path and query of a request, by its number from 1; empty if the harness does not know them. */
  public Optional<String> target(int number) {
    return asked.stream().skip(number - 1L).map(Asked::target).findFirst();
  }

  /** The final responses that have been taken. */
  public List<RawResponse> responses() {
    return List.copyOf(responses);
  }

  /** The interim responses that have been taken one by one. */
  public List<RawResponse> interim() {
    return List.copyOf(interim);
  }

  /** Whether no response can come any more. */
  boolean isOver() {
    return over;
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
    return trouble;
  }

  /** How many bytes were sent. */
  public long sentCount() {
    return sent;
  }

  /** How many bytes have come. */
  public long receivedCount() {
    isClosed();
    long taken = responses.stream().mapToLong(ClientConnection::size).sum();
    return taken + interim.stream().mapToLong(ClientConnection::size).sum() + strayBytes();
  }

  private static long size(RawResponse response) {
    long before = response.interim().stream().mapToLong(ClientConnection::size).sum();
    return before + response.head().length + response.rawBody().length;
  }

  /** How many bytes have come after the newest response that has been taken. */
  public int strayBytes() {
    return unread().length;
  }

  /** The bytes that have come after the newest response that has been taken. */
  public byte[] unread() {
    return wire.unread();
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
    return wire.transcript();
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
