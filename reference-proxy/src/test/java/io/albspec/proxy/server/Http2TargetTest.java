package io.albspec.proxy.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.albspec.proxy.desync.Mode;
import java.io.ByteArrayOutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the balancer and a target that speaks HTTP/2 say to each other, frame by frame. */
@Timeout(60)
class Http2TargetTest {

  private static final int MAX_CONCURRENT_STREAMS = 3;
  private static final int INITIAL_WINDOW_SIZE = 4;
  private static final int NO_ERROR = 0;
  private static final int PROTOCOL_ERROR = 1;
  private static final int FLOW_CONTROL_ERROR = 3;
  private static final int REFUSED_STREAM = 7;
  private static final int CANCEL = 8;
  private static final int ENHANCE_YOUR_CALM = 11;

  private ServerSocket server;
  private ProxyUnderTest proxy;
  private Http2Peer client;

  @BeforeEach
  void start() throws Exception {
    server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    proxy = ProxyUnderTest.secured(Mode.DEFENSIVE);
    proxy.http2Target(
        new InetSocketAddress(InetAddress.getLoopbackAddress(), server.getLocalPort()));
    client = Http2Peer.greeting(proxy.port());
  }

  @AfterEach
  void stop() throws Exception {
    client.close();
    assertThat(proxy.heldInTheEnd()).isEqualTo(Held.NOTHING);
    proxy.close();
    server.close();
  }

  private Http2Peer target(int... settings) throws Exception {
    return Http2Peer.accepted(server).settings(settings);
  }

  private static void widen(Http2Peer peer, int stream, int bytes) throws Exception {
    peer.number(Frame.WINDOW_UPDATE, stream, bytes);
  }

  private static void goAway(Http2Peer peer, int last) throws Exception {
    peer.frame(Frame.GO_AWAY, Frame.NO_FLAG, 0, new byte[] {0, 0, 0, (byte) last, 0, 0, 0, 0});
  }

  @Test
  void theHeadIsThatOfHttp2AndSaysWhatOthersAreTold() throws Exception {
    client.request(1, "GET", "/http2/x?a=%20b", true, "accept", "*/*", "te", "trailers");

    try (Http2Peer target = target()) {
      assertThat(target.awaitHead())
          .isEqualTo(
              """
              :method: GET
              :scheme: http
              :path: /http2/x?a=%20b
              :authority: example.com
              x-forwarded-for: 127.0.0.1
              x-forwarded-proto: https
              x-forwarded-port: 80
              accept: */*
              te: trailers
              """);
      target.head(1, true, ":status", "204", "x-own", "1", "date", "now");

      assertThat(client.awaitHead()).isEqualTo(":status: 204\nx-own: 1\ndate: now\n");
    }
  }

  @Test
  void everythingIsPassedOnAsItComes() throws Exception {
    client.request(1, "POST", "/http2/x", false);

    try (Http2Peer target = target()) {
      target.await(Frame.HEADERS);
      client.data(1, false, "one");
      assertThat(target.await(Frame.DATA).payload()).isEqualTo(ascii("one"));
      target.head(1, false, ":status", "200");
      assertThat(client.awaitHead()).startsWith(":status: 200\n");
      target.data(1, false, "uno");
      assertThat(client.await(Frame.DATA).payload()).isEqualTo(ascii("uno"));
      client.data(1, false, "two").head(1, true, "x-checksum", "7");
      assertThat(target.await(Frame.DATA).payload()).isEqualTo(ascii("two"));
      assertThat(target.awaitHead()).isEqualTo("x-checksum: 7\n");
      target.head(1, true, "grpc-status", "0", "grpc-message", " odd ");
      assertThat(client.awaitHead()).isEqualTo("grpc-status: 0\ngrpc-message: odd\n");
    }
  }

  /** Guide: "Desync mitigation mode", defensive. */
  @Test
  void anAmbiguousRequestIsTheLastOnItsConnection() throws Exception {
    client.request(1, "GET", "/http2/x", false, "content-length", "2").data(1, true, "{}");

    try (Http2Peer target = target()) {
      target.await(Frame.HEADERS);
      target.head(1, true, ":status", "204");

      assertThat(client.awaitHead()).startsWith(":status: 204\n");
      assertThat(target.await(Frame.GO_AWAY).reason()).isEqualTo(NO_ERROR);
    }
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  @Test
  void exchangesShareAConnectionUpToWhatTheTargetAllows() throws Exception {
    for (int stream = 1; stream <= 5; stream += 2) {
      client.request(stream, "GET", "/http2/" + stream, true);
    }

    try (Http2Peer first = target(MAX_CONCURRENT_STREAMS, 2);
        Http2Peer second = target()) {
      assertThat(first.awaitHead()).contains(":path: /http2/1\n");
      assertThat(first.awaitHead()).contains(":path: /http2/3\n");
      assertThat(second.awaitHead()).contains(":path: /http2/5\n");
      first.head(1, true, ":status", "204");
      client.await(Frame.HEADERS);
      client.request(7, "GET", "/http2/7", true);
      assertThat(first.awaitHead()).contains(":path: /http2/7\n");
    }
  }

  @Test
  void aTargetThatAllowsNoStreamsIsOfNoUse() throws Exception {
    client.request(1, "GET", "/http2/x", true);

    try (Http2Peer target = target(MAX_CONCURRENT_STREAMS, 0)) {
      assertThat(client.awaitHead()).startsWith(":status: 502\n");
      assertThat(target.isEnded()).isTrue();
    }
  }

  @Test
  void aRequestThatALeavingTargetHasNotLookedAtIsSentAgainWithItsBody() throws Exception {
    client.request(1, "GET", "/http2/a", true).request(3, "POST", "/http2/b", false);
    client.data(3, false, "first ").data(3, true, "second");

    try (Http2Peer old = target()) {
      old.await(frame -> frame.stream() == 3 && frame.isLast());
      goAway(old, 1);
      try (Http2Peer young = target()) {
        assertThat(young.awaitHead()).contains(":path: /http2/b\n");
        assertThat(young.awaitBody(1)).isEqualTo("first second");
        young.head(1, true, ":status", "201");
        assertThat(client.awaitHead()).startsWith(":status: 201\n");
      }
      old.head(1, true, ":status", "202");
      assertThat(client.awaitHead()).startsWith(":status: 202\n");
      assertThat(old.await(Frame.GO_AWAY).reason()).isEqualTo(NO_ERROR);
    }
  }

  @Test
  void aBodyThatIsNotKeptAsAWholeIsNotSentAgain() throws Exception {
    client.request(1, "POST", "/http2/x", false);
    client.data(1, false, "x".repeat(16_000)).data(1, true, "y".repeat(1000));

    try (Http2Peer target = target()) {
      target.await(frame -> frame.stream() == 1 && frame.isLast());
      goAway(target, 0);

      assertThat(client.awaitHead()).startsWith(":status: 502\n");
    }
  }

  @Test
  void aRefusedStreamIsSentAgainAFewTimes() throws Exception {
    client.request(1, "GET", "/http2/x", true);

    try (Http2Peer target = target()) {
      for (int stream = 1; stream <= 5; stream += 2) {
        assertThat(target.await(Frame.HEADERS).stream()).isEqualTo(stream);
        target.number(Frame.RST_STREAM, stream, REFUSED_STREAM);
      }

      assertThat(client.awaitHead()).startsWith(":status: 502\n");
    }
  }

  @Test
  void aRequestThatIsTakenBackWhileItWaitsToBeSentAgainIsForgotten() throws Exception {
    client.request(1, "GET", "/http2/x", true);
    try (Http2Peer old = target()) {
      old.await(Frame.HEADERS);
      goAway(old, 0);
      try (Http2Peer young = Http2Peer.accepted(server)) {
        client.number(Frame.RST_STREAM, 1, CANCEL).request(3, "GET", "/http2/y", true);
        client.frame(Frame.PING, Frame.NO_FLAG, 0, new byte[8]).await(Frame.PING);
        young.settings();

        assertThat(young.awaitHead()).contains(":path: /http2/y\n");
        young.head(1, true, ":status", "204");
        assertThat(client.awaitHead()).startsWith(":status: 204\n");
        young.frame(Frame.PING, Frame.NO_FLAG, 0, new byte[8]);
        assertThat(
                young.await(frame -> frame.type() == Frame.PING || frame.type() == Frame.HEADERS))
            .extracting(Frame::type)
            .isEqualTo(Frame.PING);
      }
    }
  }

  @Test
  void whatATargetMayHaveSeenIsNotSentAgain() throws Exception {
    client.request(1, "GET", "/http2/x", true);

    try (Http2Peer target = target()) {
      target.await(Frame.HEADERS);
      target.number(Frame.RST_STREAM, 1, CANCEL);

      assertThat(client.awaitHead()).startsWith(":status: 502\n");
      client.request(3, "GET", "/http2/y", true);
      assertThat(target.await(Frame.HEADERS).stream()).isEqualTo(3);
    }
    assertThat(client.awaitHead()).startsWith(":status: 502\n");
  }

  @Test
  void aResponseThatBreaksOffIsCut() throws Exception {
    client.request(1, "GET", "/http2/x", true);

    try (Http2Peer target = target()) {
      target.await(Frame.HEADERS);
      target.head(1, false, ":status", "200").data(1, false, "half");
      assertThat(client.await(Frame.DATA).payload()).isEqualTo(ascii("half"));
      target.number(Frame.RST_STREAM, 1, CANCEL);

      assertThat(client.await(Frame.RST_STREAM).stream()).isEqualTo(1);
    }
  }

  @Test
  void aClientThatGivesUpIsGivenUp() throws Exception {
    client.request(1, "POST", "/http2/x", false);

    try (Http2Peer target = target()) {
      target.await(Frame.HEADERS);
      client.number(Frame.RST_STREAM, 1, CANCEL);

      assertThat(target.await(Frame.RST_STREAM).number()).isEqualTo(CANCEL);
    }
  }

  @Test
  void theTargetsWindowsHoldTheClientBack() throws Exception {
    client.request(1, "POST", "/http2/x", false);
    for (int i = 0; i < 4; i++) {
      client.data(1, false, "x".repeat(16_000));
    }

    try (Http2Peer target = target(INITIAL_WINDOW_SIZE, 10)) {
      assertThat(target.await(Frame.DATA).payload()).hasSize(10);
      widen(target, 1, 5);
      assertThat(target.await(Frame.DATA).payload()).hasSize(5);
      client.frame(6, 0, 0, new byte[8]);
      assertThat(
              client.await(
                  frame ->
                      frame.type() == Frame.PING
                          || (frame.type() == Frame.WINDOW_UPDATE && frame.stream() == 1)))
          .extracting(Frame::type)
          .isEqualTo(Frame.PING);
      target.number(Frame.RST_STREAM, 1, CANCEL);
    }
    assertThat(client.awaitHead()).startsWith(":status: 502\n");
  }

  @Test
  void theClientsWindowsHoldTheTargetBack() throws Exception {
    client.request(1, "GET", "/http2/x", true);

    try (Http2Peer target = target()) {
      target.await(Frame.HEADERS);
      target.head(1, false, ":status", "200");
      for (int i = 0; i < 4; i++) {
        target.data(1, false, "x".repeat(16_000));
      }
      target.data(1, false, "x".repeat(1536));
      int received = 0;
      while (received < 65_535) {
        received += client.await(Frame.DATA).payload().length;
      }
      target.frame(6, 0, 0, new byte[8]);
      Frame granted = target.await(frame -> frame.type() == 8 && frame.stream() == 1);
      assertThat(granted.number()).isBetween(32 * 1024, 64 * 1024);
      target.await(Frame.PING);
      widen(client, 0, 100_000);
      widen(client, 1, 100_000);
      target.data(1, true, "end");
      assertThat(client.awaitBody(1)).endsWith("end");
    }
  }

  @Test
  void aTargetThatSendsMoreThanItMayIsCut() throws Exception {
    client.request(1, "GET", "/http2/x", true);

    try (Http2Peer target = target()) {
      target.await(Frame.HEADERS);
      target.head(1, false, ":status", "200");
      for (int i = 0; i < 12; i++) {
        target.data(1, false, "x".repeat(16_000));
      }

      assertThat(target.await(Frame.RST_STREAM).number()).isEqualTo(FLOW_CONTROL_ERROR);
    }
  }

  @Test
  void aSilentTargetIsWaitedForAsLongAsTheIdleTimeoutSays() throws Exception {
    client.request(1, "GET", "/http2/x", true);

    try (Http2Peer target = target()) {
      target.await(Frame.HEADERS);
      proxy.time.advance(Duration.ofSeconds(61));

      assertThat(client.awaitHead()).startsWith(":status: 504\n");
      assertThat(target.await(Frame.RST_STREAM).number()).isEqualTo(CANCEL);
    }
  }

  @Test
  void aTargetThatNeverSaysWhatItAllowsIsWaitedForTenSeconds() throws Exception {
    client.request(1, "GET", "/http2/x", true);

    try (Http2Peer target = Http2Peer.accepted(server)) {
      client.frame(6, 0, 0, new byte[8]).await(Frame.PING);
      proxy.time.advance(Duration.ofSeconds(11));

      assertThat(client.awaitHead()).startsWith(":status: 504\n");
      assertThat(target.isEnded()).isTrue();
    }
  }

  @Test
  void aTargetOfHttp1IsABadGateway() throws Exception {
    client.request(1, "GET", "/http2/x", true);

    try (Http2Peer target = Http2Peer.accepted(server)) {
      target.bytes(ascii("HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n"));

      assertThat(client.awaitHead()).startsWith(":status: 502\n");
    }
  }

  @Test
  void aTargetThatIsNotThereIsABadGateway() throws Exception {
    server.close();
    client.request(1, "GET", "/http2/x", true);

    assertThat(client.awaitHead()).startsWith(":status: 502\n");
    assertThat(proxy.logged().targetStatus()).isZero();
  }

  @Test
  void aConnectionThatHasEndedWhileItWasIdleIsNotUsed() throws Exception {
    client.request(1, "GET", "/http2/x", true);
    Http2Peer first = target();
    first.await(Frame.HEADERS);
    first.head(1, true, ":status", "204");
    client.await(Frame.HEADERS);
    first.close();
    proxy.time.advance(Duration.ofSeconds(1));
    client.request(3, "GET", "/http2/y", true);

    try (Http2Peer second = target()) {
      assertThat(second.await(Frame.HEADERS).stream()).isEqualTo(1);
      second.head(1, true, ":status", "201");
      assertThat(client.awaitHead()).startsWith(":status: 201\n");
    }
  }

  /** Heads, a field a line, that are none of a response. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "x-a: 1",
        ":status: 20",
        ":status: 099",
        ":status: 200|:status: 200",
        ":status: 200|X-Upper: 1",
        ":status: 200|connection: close",
        ":status: 200|transfer-encoding: chunked",
        ":status: 200|x-a: b\rc",
        ":status: 200|x-a: b\nc",
        ":status: 200|x-a: b\u0000c",
        ":status: 200|x a: b",
        ":status: 200|content-length: 1|content-length: 2",
        ":status: 200|content-length: x",
        ":status: 200|:path: /",
        ":status: 101",
        "x-a: 1|:status: 200",
      })
  void aMalformedHeadIsABadGatewayAndOthersAreUnharmed(String head) throws Exception {
    client.request(1, "GET", "/http2/x", true).request(3, "GET", "/http2/y", true);
    String[] fields =
        Arrays.stream(head.split("\\|"))
            .flatMap(line -> Arrays.stream(line.split("(?<!^): ", 2)))
            .toArray(String[]::new);

    try (Http2Peer target = target()) {
      target.await(frame -> frame.type() == Frame.HEADERS && frame.stream() == 3);
      target.head(1, false, fields);
      assertThat(client.awaitHead()).startsWith(":status: 502\n");
      assertThat(target.await(Frame.RST_STREAM).number()).isEqualTo(PROTOCOL_ERROR);
      target.head(3, true, ":status", "204");
      assertThat(client.awaitHead()).startsWith(":status: 204\n");
    }
  }

  @Test
  void aHeadThatIsTooLongIsABadGateway() throws Exception {
    client.request(1, "GET", "/http2/x", true);

    try (Http2Peer target = target()) {
      target.await(Frame.HEADERS);
      byte[] block = Http2Peer.block(":status", "200", "x-long", "x".repeat(40_000));
      target.frame(Frame.HEADERS, 0, 1, Arrays.copyOf(block, 16_000));
      target.frame(Frame.CONTINUATION, 0, 1, Arrays.copyOfRange(block, 16_000, 32_000));
      target.frame(Frame.CONTINUATION, 4, 1, Arrays.copyOfRange(block, 32_000, block.length));

      assertThat(client.awaitHead()).startsWith(":status: 502\n");
      assertThat(target.await(Frame.RST_STREAM).number()).isEqualTo(PROTOCOL_ERROR);
    }
  }

  @Test
  void aHeadWithoutEndEndsTheConnection() throws Exception {
    client.request(1, "GET", "/http2/x", true);

    try (Http2Peer target = target()) {
      target.await(Frame.HEADERS);
      target.frame(Frame.HEADERS, 0, 1, Http2Peer.block(":status", "200"));
      byte[] more = Http2Peer.block("x-more", "x".repeat(10_000));
      for (int i = 0; i < 10; i++) {
        target.frame(Frame.CONTINUATION, 0, 1, more);
      }

      assertThat(client.awaitHead()).startsWith(":status: 502\n");
      assertThat(target.await(Frame.GO_AWAY).reason()).isEqualTo(ENHANCE_YOUR_CALM);
    }
  }

  @Test
  void trailersThatAreNotTheEndAreNone() throws Exception {
    client.request(1, "GET", "/http2/x", true);

    try (Http2Peer target = target()) {
      target.await(Frame.HEADERS);
      target.head(1, false, ":status", "200").data(1, false, "x");
      client.await(Frame.DATA);
      target.head(1, false, "x-more", "1");

      assertThat(target.await(Frame.RST_STREAM).number()).isEqualTo(PROTOCOL_ERROR);
      assertThat(client.await(Frame.RST_STREAM).stream()).isEqualTo(1);
    }
  }

  @Test
  void aBodyThatIsNotAsLongAsToldIsCut() throws Exception {
    client.request(1, "GET", "/http2/x", true);

    try (Http2Peer target = target()) {
      target.await(Frame.HEADERS);
      target.head(1, false, ":status", "200", "content-length", "5").data(1, true, "four");

      assertThat(client.awaitHead()).startsWith(":status: 502\n");
      assertThat(target.await(Frame.RST_STREAM).number()).isEqualTo(PROTOCOL_ERROR);
    }
  }

  @Test
  void anInterimResponseIsPassedOn() throws Exception {
    client.request(1, "GET", "/http2/x", true);

    try (Http2Peer target = target()) {
      target.await(Frame.HEADERS);
      target.head(1, false, ":status", "103", "link", "</a>").head(1, true, ":status", "204");

      assertThat(client.awaitHead()).isEqualTo(":status: 103\nlink: </a>\n");
      assertThat(client.awaitHead()).startsWith(":status: 204\n");
    }
  }

  @Test
  void aResponseBeforeTheRequestIsCompleteEndsBoth() throws Exception {
    client.request(1, "POST", "/http2/x", false);

    try (Http2Peer target = target()) {
      target.await(Frame.HEADERS);
      target.head(1, true, ":status", "413");

      assertThat(client.awaitHead()).startsWith(":status: 413\n");
      assertThat(client.await(Frame.RST_STREAM).number()).isEqualTo(NO_ERROR);
      assertThat(target.await(Frame.RST_STREAM).number()).isEqualTo(CANCEL);
    }
  }

  @Test
  void aTargetThatPushesOrFloodsIsLeft() throws Exception {
    client.request(1, "GET", "/http2/x", true);
    try (Http2Peer target = target()) {
      target.await(Frame.HEADERS);
      target.frame(5, 4, 1, new byte[] {0, 0, 0, 2});
      assertThat(target.await(Frame.GO_AWAY).reason()).isEqualTo(PROTOCOL_ERROR);
    }
    assertThat(client.awaitHead()).startsWith(":status: 502\n");

    client.request(3, "GET", "/http2/x", true);
    try (Http2Peer target = target()) {
      target.await(Frame.HEADERS);
      ByteArrayOutputStream flood = new ByteArrayOutputStream();
      for (int i = 0; i < 2100; i++) {
        flood.writeBytes(Http2Peer.encoded(Frame.SETTINGS, Frame.NO_FLAG, 0));
      }
      target.bytes(flood.toByteArray());
      assertThat(client.awaitHead()).startsWith(":status: 502\n");
    }
  }

  @Test
  void http1RequestsAreRefused() throws Exception {
    try (Http2Peer other = new Http2Peer(proxy.port(), "http/1.1")) {
      other.bytes(ascii("GET /http2/x HTTP/1.1\r\nHost: a\r\n\r\n"));

      assertThat(proxy.logged().status()).isEqualTo(464);
    }
  }
}
