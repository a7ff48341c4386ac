package io.albspec.proxy.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.albspec.proxy.desync.Mode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.SocketException;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Clients that send what costs more to take than to send: they are cut off, and nobody else. */
@Timeout(60)
class Http2FloodTest {

  private static final int FLOW_CONTROL_ERROR = 3;
  private static final int COMPRESSION_ERROR = 9;
  private static final int CALM = 11;
  private static final int MANY = 5_000;

  private ProxyUnderTest proxy;

  @BeforeEach
  void start() throws Exception {
    proxy = ProxyUnderTest.secured(Mode.DEFENSIVE);
  }

  @AfterEach
  void stop() throws Exception {
    proxy.close();
  }

  /** Bytes to be sent again and again, told which time it is. */
  interface Wave {
    byte[] bytes(int turn);
  }

  static Stream<Arguments> floods() {
    byte[] eight = new byte[8];
    byte[] one = {0, 0, 0, 1};
    byte[] none = {};
    return Stream.of(
        flood("requests that are taken back", turn -> takenBack(2 * turn + 1)),
        flood("PING", turn -> Http2Peer.encoded(Frame.PING, Frame.NO_FLAG, 0, eight)),
        flood("PING with ACK", turn -> Http2Peer.encoded(Frame.PING, Frame.ACK, 0, eight)),
        flood("SETTINGS", turn -> Http2Peer.encoded(Frame.SETTINGS, Frame.NO_FLAG, 0, none)),
        flood("SETTINGS with ACK", turn -> Http2Peer.encoded(Frame.SETTINGS, Frame.ACK, 0, none)),
        flood("PRIORITY", turn -> Http2Peer.encoded(Frame.PRIORITY, 0, 2 * turn + 1, new byte[5])),
        flood("windows of one byte", turn -> Http2Peer.encoded(Frame.WINDOW_UPDATE, 0, 0, one)),
        flood("unknown frames", turn -> Http2Peer.encoded(77, 0, 0, none)),
        flood("PRIORITY_UPDATE", turn -> Http2Peer.encoded(16, 0, 0, eight)),
        flood("empty DATA", turn -> turn == 0 ? upload() : emptyData()),
        flood("padding only", turn -> turn == 0 ? upload() : padding()),
        flood("malformed requests", turn -> malformed(2 * turn + 1)),
        flood("more requests than are taken", turn -> never(2 * turn + 1)));
  }

  private static Arguments flood(String name, Wave wave) {
    return Arguments.of(name, wave);
  }

  private static byte[] head(int stream, int flags, String method, String path, String... more) {
    ByteArrayOutputStream block = new ByteArrayOutputStream();
    block.writeBytes(
        Http2Peer.block(
            ":method", method, ":scheme", "https", ":path", path, ":authority", "example.com"));
    block.writeBytes(Http2Peer.block(more));
    return Http2Peer.encoded(Frame.HEADERS, Frame.END_HEADERS | flags, stream, block.toByteArray());
  }

  private static byte[] never(int stream) {
    return head(stream, Frame.END_STREAM, "GET", ServingTarget.NEVER);
  }

  private static byte[] malformed(int stream) {
    return head(stream, Frame.END_STREAM, "GET", "/", "a", "\n");
  }

  private static byte[] takenBack(int stream) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(never(stream));
    out.writeBytes(Http2Peer.encoded(Frame.RST_STREAM, Frame.NO_FLAG, stream, bytes(0, 0, 0, 8)));
    return out.toByteArray();
  }

  private static byte[] upload() {
    return head(1, Frame.NO_FLAG, "POST", ServingTarget.NEVER);
  }

  private static byte[] emptyData() {
    return Http2Peer.encoded(Frame.DATA, Frame.NO_FLAG, 1);
  }

  private static byte[] padding() {
    return Http2Peer.encoded(Frame.DATA, Frame.PADDED, 1, (byte) 0);
  }

  private static byte[] bytes(int... values) {
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      bytes[i] = (byte) values[i];
    }
    return bytes;
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("floods")
  void aFloodEndsTheConnectionThatItComesOver(String name, Wave wave) throws Exception {
    try (Http2Peer other = Http2Peer.greeting(proxy.port());
        Http2Peer hostile = Http2Peer.greeting(proxy.port())) {
      other.request(1, "GET", ServingTarget.OK, true);
      assertThat(other.awaitBody(1)).isEqualTo("ok");

      send(hostile, wave);

      assertThat(hostile.await(Frame.GO_AWAY).reason()).isEqualTo(CALM);
      assertThat(hostile.isEnded()).isTrue();
      other.request(3, "GET", ServingTarget.OK, true);
      assertThat(other.awaitBody(3)).isEqualTo("ok");
    }
    assertThat(proxy.heldInTheEnd()).isEqualTo(Held.NOTHING);
  }

  private static void send(Http2Peer hostile, Wave wave) throws IOException {
    try {
      ByteArrayOutputStream some = new ByteArrayOutputStream();
      for (int turn = 0; turn < MANY; turn++) {
        some.writeBytes(wave.bytes(turn));
        if (turn % 100 == 99) {
          hostile.bytes(some.toByteArray());
          some.reset();
        }
      }
    } catch (SocketException ended) {
      // What it has been told can be read all the same.
      return;
    }
  }

  @Test
  void aHeadWithoutAnEndEndsTheConnection() throws Exception {
    try (Http2Peer hostile = Http2Peer.greeting(proxy.port())) {
      hostile.frame(Frame.HEADERS, Frame.NO_FLAG, 1);
      for (int i = 0; i < 100; i++) {
        hostile.frame(Frame.CONTINUATION, Frame.NO_FLAG, 1, new byte[i < 50 ? 0 : 1]);
      }

      assertThat(hostile.await(Frame.GO_AWAY).reason()).isEqualTo(CALM);
      assertThat(hostile.isEnded()).isTrue();
    }
  }

  @Test
  void aSmallBlockThatMakesALargeHeadIsRefused() throws Exception {
    ByteArrayOutputStream block = new ByteArrayOutputStream();
    block.writeBytes(Http2Peer.block(":method", "GET", ":scheme", "https", ":path", "/"));
    block.writeBytes(Http2Peer.block(":authority", "example.com"));
    block.write(0x40);
    Http2Peer.string(block, "a");
    Http2Peer.string(block, "x".repeat(4000));
    byte[] bomb = new byte[10_000];
    Arrays.fill(bomb, (byte) (0x80 | 62));
    block.writeBytes(bomb);

    try (Http2Peer hostile = Http2Peer.greeting(proxy.port())) {
      hostile.frame(Frame.HEADERS, 5, 1, block.toByteArray());

      assertThat(hostile.awaitHead()).startsWith(":status: 400\n");
      hostile.request(3, "GET", ServingTarget.OK, true);
      assertThat(hostile.awaitBody(3)).isEqualTo("ok");
    }
  }

  @Test
  void aTableThatGrowsBeyondWhatIsAllowedEndsTheConnection() throws Exception {
    try (Http2Peer hostile = Http2Peer.greeting(proxy.port())) {
      hostile.frame(Frame.HEADERS, 5, 1, bytes(0x3f, 0xe2, 0x1f));
      assertThat(hostile.await(Frame.GO_AWAY).reason()).isEqualTo(COMPRESSION_ERROR);
    }
    try (Http2Peer hostile = Http2Peer.greeting(proxy.port())) {
      hostile.frame(Frame.HEADERS, 5, 1, bytes(0x20, 0x21, 0x22, 0x82));
      assertThat(hostile.await(Frame.GO_AWAY).reason()).isEqualTo(COMPRESSION_ERROR);
    }
  }

  @Test
  void aClientThatSendsMoreThanItsWindowIsCutOff() throws Exception {
    try (Http2Peer hostile = Http2Peer.greeting(proxy.port())) {
      hostile.request(1, "POST", "/", false);
      for (int i = 0; i < 5; i++) {
        hostile.data(1, false, "x".repeat(16 * 1024));
      }

      Frame reset = hostile.await(Frame.RST_STREAM);
      assertThat(reset.number()).isEqualTo(FLOW_CONTROL_ERROR);
    }
  }

  @Test
  void aWindowThatFlipsBetweenNothingAndAllCannotOverflow() throws Exception {
    try (Http2Peer hostile = Http2Peer.greeting(proxy.port())) {
      hostile.request(1, "GET", ServingTarget.NEVER, true);
      hostile.number(Frame.WINDOW_UPDATE, 1, 1);
      hostile.settings(4, Integer.MAX_VALUE);

      assertThat(hostile.await(Frame.GO_AWAY).reason()).isEqualTo(FLOW_CONTROL_ERROR);
      assertThat(hostile.isEnded()).isTrue();
    }
  }

  @Test
  void whoReadsNothingIsNotReadFrom() throws Exception {
    try (Http2Peer hostile = Http2Peer.greeting(proxy.port(), 4, Integer.MAX_VALUE)) {
      hostile.number(Frame.WINDOW_UPDATE, 0, Integer.MAX_VALUE - 65_535);
      for (int i = 0; i < 100; i++) {
        hostile.request(2 * i + 1, "GET", ServingTarget.LARGE + 10_000_000, true);
      }
      Http2Peer other = Http2Peer.greeting(proxy.port());
      other.request(1, "GET", ServingTarget.OK, true);
      assertThat(other.awaitBody(1)).isEqualTo("ok");
      other.close();

      assertThat(proxy.held().buffers()).isLessThan(250);
    }
    assertThat(proxy.heldInTheEnd()).isEqualTo(Held.NOTHING);
  }
}
