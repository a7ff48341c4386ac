package io.albspec.proxy.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.albspec.fixtures.tls.HelloBytes;
import io.albspec.fixtures.tls.TlsOffer;
import io.albspec.proxy.desync.Mode;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Clients whose hello is odd, or no hello at all; others are served at the same time. */
@Timeout(60)
class HostileHandshakesTest {

  private static final int HANDSHAKE_FAILURE = 40;
  private static final int ILLEGAL_PARAMETER = 47;
  private static final int DECODE_ERROR = 50;
  private static final int PROTOCOL_VERSION = 70;
  private static final int INAPPROPRIATE_FALLBACK = 86;
  private static final int NO_APPLICATION_PROTOCOL = 120;
  private static final int ECDHE_RSA_AES128_GCM = 0xC02F;
  private static final int ECDHE_RSA_AES128_SHA256 = 0xC027;
  private static final int GREASE = 0x7A7A;

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
    other.isServed();
    SecureClient.isServedAnew(proxy);
    other.close();
    assertThat(proxy.heldInTheEnd()).isEqualTo(Held.NOTHING);
    proxy.close();
  }

  static Stream<Arguments> pieces() {
    return Stream.of("TLSv1.2", "TLSv1.3")
        .flatMap(
            version ->
                Stream.of(
                    inPieces(
                        version,
                        "a byte in each record",
                        whole -> HelloBytes.inRecords(whole.get(0), 1)),
                    inPieces(
                        version,
                        "100 bytes in each record",
                        whole -> HelloBytes.inRecords(whole.get(0), 100)),
                    inPieces(
                        version,
                        "a byte in each segment",
                        whole -> HelloBytes.inPieces(whole.get(0), 1)),
                    inPieces(
                        version,
                        "records cut anywhere",
                        whole -> HelloBytes.inPieces(joined(inSmallRecords(whole)), 7))));
  }

  private static List<byte[]> inSmallRecords(List<byte[]> whole) {
    return HelloBytes.inRecords(whole.get(0), 20);
  }

  private static byte[] joined(List<byte[]> parts) {
    java.io.ByteArrayOutputStream all = new java.io.ByteArrayOutputStream();
    parts.forEach(all::writeBytes);
    return all.toByteArray();
  }

  private static Arguments inPieces(
      String version, String how, UnaryOperator<List<byte[]>> pieces) {
    return Arguments.of(version, how, pieces);
  }

  @ParameterizedTest(name = "{0}, {1}")
  @MethodSource("pieces")
  void aHelloInPiecesIsAsGoodAsAWholeOne(
      String version, String how, UnaryOperator<List<byte[]>> pieces) throws Exception {
    try (SecureClient client = SecureClient.silent(proxy)) {
      client.shakesHands(TlsOffer.of("example.com").speaking(version), pieces).isServed();

      assertThat(client.layer().version()).isEqualTo(version);
    }
  }

  static Stream<Arguments> refused() {
    return Stream.of(
        refused("garbage", garbage(), DECODE_ERROR),
        refused("HTTP", bytes("GET / HTTP/1.1\r\nHost: h\r\n\r\n"), DECODE_ERROR),
        refused("HTTP/2", Http2Peer.PREFACE, DECODE_ERROR),
        refused("a hello of SSL 2.0", sslTwo(), DECODE_ERROR),
        refused("SSL 3.0", new HelloBytes().version(0x0300).records(), PROTOCOL_VERSION),
        refused("TLS 1.1", new HelloBytes().version(0x0302).records(), PROTOCOL_VERSION),
        refused("too large", new HelloBytes().padding(17_000).records(), DECODE_ERROR),
        refused("too large in small records", oversizedInSmallRecords(), DECODE_ERROR),
        refused("a message longer than it says", lengthened(-10), DECODE_ERROR),
        refused("a message shorter than it says", lengthened(20_000), DECODE_ERROR),
        refused("an empty record", new byte[] {22, 3, 1, 0, 0}, DECODE_ERROR),
        refused("an extension twice", twice(), DECODE_ERROR),
        refused("an extension longer than all", overlong(), DECODE_ERROR),
        refused("two names", twoNames(), DECODE_ERROR),
        refused("no name in the list", new HelloBytes().extension(0, 0, 0), DECODE_ERROR),
        refused("an empty name", new HelloBytes().serverName(""), DECODE_ERROR),
        refused("a name of 300", new HelloBytes().serverName("a".repeat(300)), DECODE_ERROR),
        refused("a name with NUL", new HelloBytes().serverName("a\0b.example.com"), DECODE_ERROR),
        refused("an empty list of protocols", new HelloBytes().extension(16, 0, 0), DECODE_ERROR),
        refused("an empty protocol", new HelloBytes().extension(16, 0, 1, 0), DECODE_ERROR),
        refused("unknown protocols only", protocols("spdy/3"), NO_APPLICATION_PROTOCOL),
        refused("no ciphers", new HelloBytes().suites(), HANDSHAKE_FAILURE),
        refused("unknown ciphers", new HelloBytes().suites(GREASE), HANDSHAKE_FAILURE),
        refused("unknown groups only", bare().extension(10, 0, 2, 0x7A, 0x7A), HANDSHAKE_FAILURE),
        refused("no common signature", bare().extension(13, 0, 2, 0x7A, 0x7A), HANDSHAKE_FAILURE),
        refused(
            "a fallback",
            new HelloBytes().suites(ECDHE_RSA_AES128_GCM, 0x5600),
            INAPPROPRIATE_FALLBACK),
        refused("compression only", new HelloBytes().compressions(1), ILLEGAL_PARAMETER),
        refused("no compression method", new HelloBytes().compressions(), ILLEGAL_PARAMETER),
        refused(
            "compression only, other cipher",
            new HelloBytes().suites(ECDHE_RSA_AES128_SHA256).compressions(1),
            ILLEGAL_PARAMETER),
        refused(
            "an earlier handshake that was not",
            new HelloBytes().extension(0xFF01, 2, 9, 9),
            HANDSHAKE_FAILURE));
  }

  private static Arguments refused(String what, HelloBytes hello, int alert) {
    return refused(what, hello.records(), alert);
  }

  private static Arguments refused(String what, byte[] bytes, int alert) {
    return Arguments.of(what, bytes, alert);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("refused")
  void isRefusedWithAnAlert(String what, byte[] bytes, int alert) throws Exception {
    try (SecureClient client = SecureClient.silent(proxy)) {
      client.send(bytes);

      assertThat(client.answer().alert()).isEqualTo(alert);
      assertThat(client.isEnded()).isTrue();
    }
  }

  static Stream<Arguments> accepted() {
    return Stream.of(
        accepted("no name", new HelloBytes()),
        accepted("an unknown name", new HelloBytes().serverName("unknown.test")),
        accepted("an address as a name", new HelloBytes().serverName("127.0.0.1")),
        accepted("a name of 255", new HelloBytes().serverName(longName())),
        accepted("compression as well", new HelloBytes().compressions(1, 0)),
        accepted("a thousand protocols", protocols("spdy/3 ".repeat(1000) + "http/1.1")),
        accepted("GREASE", grease()),
        accepted("empty unknown extensions", new HelloBytes().extension(0x1234)),
        accepted("padding", new HelloBytes().padding(8_000)),
        accepted("early data without a session", new HelloBytes().extension(42)),
        accepted("a first handshake", new HelloBytes().extension(0xFF01, 0)));
  }

  private static Arguments accepted(String what, HelloBytes hello) {
    return Arguments.of(what, hello);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("accepted")
  void isAccepted(String what, HelloBytes hello) throws Exception {
    for (int suite : new int[] {ECDHE_RSA_AES128_GCM, ECDHE_RSA_AES128_SHA256}) {
      try (SecureClient client = SecureClient.silent(proxy)) {
        client.send(hello.suites(GREASE, suite).records());

        assertThat(client.answer().alert()).isEqualTo(-1);
        assertThat(client.answer().version()).isEqualTo(0x0303);
        assertThat(client.answer().suite()).isEqualTo(suite);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"[::1]", "example.com.", "a_b.example.com", "a b", "\u00ff\u00fe"})
  void aNameThatNoHostHasIsUnknownOrRefused(String name) throws Exception {
    HelloBytes hello = new HelloBytes().serverName(name);

    assertThat(alertFor(hello.suites(ECDHE_RSA_AES128_GCM))).isEqualTo(-1);
    assertThat(alertFor(hello.suites(ECDHE_RSA_AES128_SHA256))).isEqualTo(ILLEGAL_PARAMETER);
  }

  private int alertFor(HelloBytes hello) throws Exception {
    try (SecureClient client = SecureClient.silent(proxy)) {
      client.send(hello.records());
      return client.answer().alert();
    }
  }

  @Test
  void aClientIsToldThatHandshakesAreBoundToTheirConnections() throws Exception {
    for (int suite : new int[] {ECDHE_RSA_AES128_GCM, ECDHE_RSA_AES128_SHA256}) {
      try (SecureClient client = SecureClient.silent(proxy)) {
        client.send(new HelloBytes().suites(suite, 0x00FF).records());
        client.answer();

        assertThat(new String(client.unread(), StandardCharsets.ISO_8859_1))
            .as("renegotiation_info of RFC 5746")
            .contains("\u00ff\u0001\0\u0001\0");
      }
    }
  }

  private static HelloBytes bare() {
    return HelloBytes.bare().suites(ECDHE_RSA_AES128_GCM);
  }

  private static HelloBytes grease() {
    return HelloBytes.bare()
        .extension(0x0A0A)
        .extension(10, 0, 4, 0x2A, 0x2A, 0, 23)
        .extension(11, 1, 0)
        .extension(13, 0, 4, 0x3A, 0x3A, 8, 4)
        .extension(43, 4, 0x4A, 0x4A, 3, 3)
        .extension(0x1A1A, 0);
  }

  private static HelloBytes protocols(String names) {
    java.io.ByteArrayOutputStream list = new java.io.ByteArrayOutputStream();
    for (String name : names.split(" ", -1)) {
      list.write(name.length());
      list.writeBytes(bytes(name));
    }
    int[] content = new int[list.size() + 2];
    content[0] = list.size() >> Byte.SIZE;
    content[1] = list.size() & 0xFF;
    byte[] names16 = list.toByteArray();
    for (int i = 0; i < names16.length; i++) {
      content[i + 2] = names16[i];
    }
    return new HelloBytes().extension(16, content);
  }

  private static String longName() {
    return ("a".repeat(62) + ".").repeat(4) + "com";
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static byte[] garbage() {
    byte[] bytes = new byte[1000];
    new Random(1).nextBytes(bytes);
    return bytes;
  }

  private static byte[] sslTwo() {
    byte[] hello = new byte[48];
    byte[] head = {(byte) 0x80, 46, 1, 3, 3, 0, 21, 0, 0, 0, 16};
    System.arraycopy(head, 0, hello, 0, head.length);
    return hello;
  }

  private static byte[] oversizedInSmallRecords() {
    return Arrays.copyOf(new HelloBytes().padding(15_000).records(1), 16 * 1024);
  }

  private static byte[] lengthened(int by) {
    byte[] hello = new HelloBytes().records();
    int length = ((hello[7] & 0xFF) << Byte.SIZE | (hello[8] & 0xFF)) + by;
    hello[7] = (byte) (length >> Byte.SIZE);
    hello[8] = (byte) length;
    return hello;
  }

  private static HelloBytes twice() {
    return new HelloBytes().extension(0x1234, 1).extension(0x1234, 2);
  }

  private static byte[] overlong() {
    byte[] hello = new HelloBytes().extension(0x1234, 1, 2, 3).records();
    hello[hello.length - 4] = 90;
    return hello;
  }

  private static HelloBytes twoNames() {
    return new HelloBytes().extension(0, 0, 8, 0, 0, 1, 'a', 0, 0, 1, 'b');
  }
}
