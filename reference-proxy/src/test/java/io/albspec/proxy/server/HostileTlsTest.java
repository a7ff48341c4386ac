package io.albspec.proxy.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.albspec.fixtures.client.WireException;
import io.albspec.fixtures.tls.HelloBytes;
import io.albspec.fixtures.tls.TlsClient;
import io.albspec.fixtures.tls.TlsLayer;
import io.albspec.fixtures.tls.TlsOffer;
import io.albspec.proxy.desync.Mode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Clients that begin well and then do harm, with each of the two implementations of TLS; others are
 * served at the same time.
 */
@Timeout(60)
class HostileTlsTest {

  private static final Duration THIRD_OF_LIMIT = Duration.ofSeconds(20);
  private static final byte[] REQUEST =
      ("GET " + ServingTarget.OK + " HTTP/1.1\r\nHost: h\r\n\r\n")
          .getBytes(StandardCharsets.US_ASCII);
  private static final int AES128_GCM_13 = 0x1301;
  private static final int AES256_GCM_13 = 0x1302;
  private static final int MANY = 20_000;
  private static final String FAST_13 = "TLS_AES_128_GCM_SHA256";
  private static final String OWN_ORDER_13 = "TLS_AES_256_GCM_SHA384 TLS_AES_128_GCM_SHA256";
  private static final String FAST_12 = "ECDHE-RSA-AES128-GCM-SHA256";
  private static final String COMPLETE_12 = "ECDHE-RSA-AES128-SHA256";

  private ProxyUnderTest proxy;
  private SecureClient other;

  @BeforeEach
  void startAndServeTheOther() throws Exception {
    proxy = ProxyUnderTest.secured(Mode.DEFENSIVE);
    other = SecureClient.of(proxy);
    other.isServed();
  }

  @AfterEach
  void theOtherIsServedAndNothingIsLeft() throws Exception {
    other.close();
    SecureClient.isServedAnew(proxy);
    assertThat(proxy.heldInTheEnd()).isEqualTo(Held.NOTHING);
    proxy.close();
  }

  private static TlsOffer offer(String version, String ciphers) {
    return TlsOffer.of("example.com").speaking(version).using(ciphers.split(" ", -1));
  }

  @ParameterizedTest
  @CsvSource({
    "TLSv1.2, " + FAST_12,
    "TLSv1.2, " + COMPLETE_12,
    "TLSv1.3, " + FAST_13,
    "TLSv1.3, " + OWN_ORDER_13,
  })
  void whoGoesInTheMiddleOfAHandshakeLeavesNothingBehind(String version, String ciphers)
      throws Exception {
    for (int bytes = 0; bytes < 2000; bytes += 97) {
      goesAfter(bytes, offer(version, ciphers), bytes % 2 == 0);
      other.isServed();
    }
  }

  /** Sends so many bytes of what a client has to say in its handshake, and ends or resets. */
  private void goesAfter(int most, TlsOffer offer, boolean politely) throws Exception {
    try (SecureClient client = SecureClient.silent(proxy)) {
      TlsLayer layer = new TlsClient().layer(offer, "peer");
      byte[] flight = layer.due();
      int sent = Math.min(most, flight.length);
      client.send(Arrays.copyOf(flight, sent));
      if (sent == flight.length) {
        client.answer();
        byte[] answer = client.unread();
        layer.open(answer, answer.length);
        byte[] second = layer.due();
        client.send(Arrays.copyOf(second, Math.min(most - sent, second.length)));
      }
      if (politely) {
        client.finish();
        assertThat(client.isEnded()).isTrue();
      } else {
        client.abort();
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {FAST_12, COMPLETE_12})
  void aNewHandshakeIsRefused(String cipher) throws Exception {
    try (SecureClient client = SecureClient.of(proxy, offer("TLSv1.2", cipher))) {
      client.isServed();

      client.renegotiates();

      assertThat(client.isEnded()).isTrue();
      other.isServed();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {FAST_13, OWN_ORDER_13})
  void newKeysNowAndThenAreFine(String ciphers) throws Exception {
    try (SecureClient client = SecureClient.of(proxy, offer("TLSv1.3", ciphers))) {
      for (int i = 0; i < 50; i++) {
        client.renegotiates().isServed();
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {FAST_13, OWN_ORDER_13})
  void newKeysAgainAndAgainAreRefused(String ciphers) throws Exception {
    try (SecureClient client = SecureClient.of(proxy, offer("TLSv1.3", ciphers))) {
      client.isServed();

      sendUntilRefused(client::renegotiates);

      assertThat(client.isEnded()).isTrue();
      other.isServed();
    }
  }

  static Stream<Arguments> floods() {
    return Stream.of(RecordClient.Curve.values())
        .flatMap(
            curve ->
                Stream.of(
                    Arguments.of(curve, "no content", RecordClient.APPLICATION_DATA, new byte[0]),
                    Arguments.of(curve, "warnings", RecordClient.ALERT, new byte[] {1, 90}),
                    Arguments.of(curve, "hellos", RecordClient.HANDSHAKE, hello()),
                    Arguments.of(curve, "hello requests", RecordClient.HANDSHAKE, new byte[4])));
  }

  private static byte[] hello() {
    return new HelloBytes().message();
  }

  /** Keys on P-256 are agreed on with one implementation, on P-521 with the other. */
  @ParameterizedTest(name = "{0}, {1}")
  @MethodSource("floods")
  void recordsThatSayNothingAgainAndAgainAreRefused(
      RecordClient.Curve curve, String what, int type, byte[] content) throws Exception {
    try (RecordClient client = RecordClient.to(proxy.port(), curve)) {
      client.send(RecordClient.APPLICATION_DATA, REQUEST);
      assertThat(client.isAnswered(REQUEST.length)).isTrue();

      sendUntilRefused(() -> client.send(type, content));

      assertThat(client.isEnded()).isTrue();
      other.isServed();
    }
  }

  @ParameterizedTest
  @EnumSource(RecordClient.Curve.class)
  void anEmptyRecordBeforeEachThatHasContentIsFine(RecordClient.Curve curve) throws Exception {
    try (RecordClient client = RecordClient.to(proxy.port(), curve)) {
      for (int i = 0; i < 100; i++) {
        client.send(RecordClient.APPLICATION_DATA, new byte[0]);
        client.send(RecordClient.APPLICATION_DATA, REQUEST);
        assertThat(client.isAnswered(REQUEST.length)).isTrue();
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "TLSv1.2, " + FAST_12 + ", 1503030002015a",
    "TLSv1.2, " + COMPLETE_12 + ", 1503030002015a",
    "TLSv1.3, " + FAST_13 + ", 1503030002015a",
    "TLSv1.3, " + OWN_ORDER_13 + ", 1503030002015a",
    "TLSv1.3, " + FAST_13 + ", 140303000101",
    "TLSv1.3, " + OWN_ORDER_13 + ", 140303000101",
  })
  void recordsThatDoNotMoveTheHandshakeOnAreRefusedInTheEnd(
      String version, String ciphers, String record) throws Exception {
    byte[] bytes = java.util.HexFormat.of().parseHex(record);
    try (SecureClient client = SecureClient.silent(proxy)) {
      client.send(new TlsClient().layer(offer(version, ciphers), "peer").due());
      client.answer();

      sendUntilRefused(() -> client.send(bytes));

      assertThat(client.isEnded()).isTrue();
      other.isServed();
    }
  }

  /** What is sent as often as it is taken. */
  private interface Wave {
    void send() throws Exception;
  }

  private static void sendUntilRefused(Wave wave) throws Exception {
    try {
      for (int i = 0; i < MANY; i++) {
        wave.send();
      }
    } catch (WireException | javax.net.ssl.SSLException refused) {
      // What has not been taken any more tells nothing yet: the test looks at the connection.
    }
  }

  /** One implementation skips it, the other ends the handshake. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void earlyDataIsNotTakenForARequest(boolean skipped) throws Exception {
    HelloBytes hello =
        skipped ? earlyHello(AES128_GCM_13) : earlyHello(AES256_GCM_13, AES128_GCM_13);
    try (SecureClient client = SecureClient.silent(proxy)) {
      client.send(hello.records());
      byte[] early = new byte[5 + 100];
      System.arraycopy(new byte[] {23, 3, 3, 0, 100}, 0, early, 0, 5);
      client.send(early);

      assertThat(client.answer().alert()).isEqualTo(-1);
      other.isServed();
      assertThat(proxy.hasWaitingConnectionToTarget()).isFalse();
      assertThat(skipped ? !client.isEndedNow() : client.isEnded()).isTrue();
    }
  }

  private static HelloBytes earlyHello(Integer... suites) {
    int[] share = new int[38];
    System.arraycopy(new int[] {0, 36, 0, 29, 0, 32, 9}, 0, share, 0, 7);
    return new HelloBytes()
        .suites(suites)
        .extension(43, 2, 3, 4)
        .extension(51, share)
        .extension(42);
  }

  @Test
  void aBodyThatBreaksOffIsNoWholeRequest() throws Exception {
    try (SecureClient client = SecureClient.of(proxy, offer("TLSv1.3", FAST_13))) {
      client.send(
          "POST /up HTTP/1.1\r\nHost: h\r\nContent-Length: 10\r\n\r\nhello"
              .getBytes(StandardCharsets.US_ASCII));
      try (Wire target = proxy.acceptedByTarget()) {
        target.head();
        assertThat(target.bytes(5)).isEqualTo("hello");

        client.finish();

        assertThat(target.isEnded()).isTrue();
        assertThat(proxy.logged().status()).as("the other's request").isEqualTo(200);
        assertThat(proxy.logged().status()).isEqualTo(400);
      }
    }
  }

  @Test
  void whoIsSilentIsLetGo() throws Exception {
    try (SecureClient client = SecureClient.silent(proxy)) {
      awaitClients(2);
      proxy.time.advance(THIRD_OF_LIMIT.multipliedBy(2));
      assertThat(client.isEndedNow()).isFalse();

      proxy.time.advance(THIRD_OF_LIMIT);

      assertThat(client.isEnded()).isTrue();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "TLSv1.2, " + FAST_12,
    "TLSv1.2, " + COMPLETE_12,
    "TLSv1.3, " + FAST_13,
    "TLSv1.3, " + OWN_ORDER_13,
  })
  void aByteNowAndThenGivesNoMoreTime(String version, String ciphers) throws Exception {
    byte[] hello = new TlsClient().layer(offer(version, ciphers), "peer").due();
    try (SecureClient inHello = SecureClient.silent(proxy);
        SecureClient behindIt = SecureClient.silent(proxy)) {
      awaitClients(3);
      behindIt.send(hello);
      behindIt.answer();
      for (int i = 0; i < 2; i++) {
        inHello.send(Arrays.copyOfRange(hello, i, i + 1));
        behindIt.send(new byte[] {(byte) (i == 0 ? 20 : 3)});
        other.isServed();
        proxy.time.advance(THIRD_OF_LIMIT);
        assertThat(inHello.isEndedNow()).isFalse();
        assertThat(behindIt.isEndedNow()).isFalse();
      }

      proxy.time.advance(THIRD_OF_LIMIT);

      assertThat(inHello.isEnded()).isTrue();
      assertThat(behindIt.isEnded()).isTrue();
    }
  }

  private void awaitClients(int wanted) throws Exception {
    long end = System.nanoTime() + SecureClient.PROMPTLY.toNanos();
    while (proxy.held().clients() != wanted && System.nanoTime() < end) {
      TimeUnit.MILLISECONDS.sleep(1);
    }
    assertThat(proxy.held().clients()).isEqualTo(wanted);
  }
}
