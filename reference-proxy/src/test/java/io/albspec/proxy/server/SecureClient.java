package io.albspec.proxy.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.albspec.fixtures.client.LayerFailedException;
import io.albspec.fixtures.client.PeerEnd;
import io.albspec.fixtures.client.RawClient;
import io.albspec.fixtures.client.RawConnection;
import io.albspec.fixtures.tls.HelloAnswer;
import io.albspec.fixtures.tls.TlsClient;
import io.albspec.fixtures.tls.TlsLayer;
import io.albspec.fixtures.tls.TlsOffer;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;

/** A client of a secure listener, well-behaved or not. */
final class SecureClient implements AutoCloseable {

  /** Far more than anything takes even on a busy machine; far less than any timeout. */
  static final Duration PROMPTLY = Duration.ofSeconds(10);

  private static final String HOST = "example.com";
  private static final byte[] REQUEST = request();

  private final RawConnection connection;
  private TlsLayer layer;

  private SecureClient(RawConnection connection) {
    this.connection = connection;
  }

  private static byte[] request() {
    return ("GET " + ServingTarget.OK + " HTTP/1.1\r\nHost: h\r\n\r\n")
        .getBytes(java.nio.charset.StandardCharsets.US_ASCII);
  }

  /** One that is connected and has said nothing. */
  static SecureClient silent(ProxyUnderTest proxy) throws IOException {
    return new SecureClient(
        new RawClient(PROMPTLY).connect(InetAddress.getLoopbackAddress(), proxy.port()));
  }

  /** One whose handshake is over. */
  static SecureClient of(ProxyUnderTest proxy, TlsOffer offer) throws IOException {
    return silent(proxy).shakesHands(offer, first -> first);
  }

  /** One whose handshake is over, with what today's clients offer. */
  static SecureClient of(ProxyUnderTest proxy) throws IOException {
    return of(proxy, TlsOffer.of(HOST));
  }

  /** Makes a handshake whose first bytes are sent in these pieces. */
  SecureClient shakesHands(TlsOffer offer, UnaryOperator<List<byte[]>> pieces) throws IOException {
    layer = new TlsClient().layer(offer, HOST);
    connection.put(layer, pieces);
    return this;
  }

  /** Sends a request and expects the answer promptly. */
  void isServed() throws IOException {
    connection.send(REQUEST);

    assertThat(connection.readResponse(PROMPTLY).status()).isEqualTo(200);
  }

  /** The same over a new connection. */
  static void isServedAnew(ProxyUnderTest proxy) throws IOException {
    try (SecureClient client = of(proxy)) {
      client.isServed();
    }
  }

  /** Sends bytes, protected if the handshake is over. */
  SecureClient send(byte[] bytes) throws IOException {
    connection.send(bytes);
    return this;
  }

  /** Begins another handshake; in TLS 1.3, asks for other keys. */
  SecureClient renegotiates() throws IOException {
    layer.renegotiate();
    connection.flush();
    return this;
  }

  /** What the balancer says to the bytes of a hello. */
  HelloAnswer answer() throws IOException {
    while (!HelloAnswer.isComplete(connection.unread())) {
      assertThat(connection.awaitBytes(PROMPTLY)).as("there is an answer").isTrue();
      assertThat(connection.awaitClose(Duration.ofMillis(1))).isNotNull();
    }
    return HelloAnswer.of(connection.unread());
  }

  /** What has come and has not been read. */
  byte[] unread() {
    return connection.unread();
  }

  /** What has been agreed on. */
  TlsLayer layer() {
    return layer;
  }

  /** Whether the balancer ends the connection, in whatever way. */
  boolean isEnded() throws IOException {
    return connection.awaitClose(PROMPTLY) != PeerEnd.OPEN;
  }

  /** Whether it has been ended already. */
  boolean isEndedNow() throws IOException {
    return connection.awaitClose(Duration.ofMillis(20)) != PeerEnd.OPEN;
  }

  /** Whether a handshake comes to nothing. */
  boolean isRefused(TlsOffer offer) throws IOException {
    try {
      shakesHands(offer, first -> first);
      return false;
    } catch (LayerFailedException refused) {
      return true;
    }
  }

  void finish() throws IOException {
    connection.finish();
  }

  void abort() throws IOException {
    connection.abort();
  }

  @Override
  public void close() throws IOException {
    connection.close();
  }
}
