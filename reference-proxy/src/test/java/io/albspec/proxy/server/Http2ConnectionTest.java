package io.albspec.proxy.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.albspec.proxy.desync.Mode;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** HTTP/2 connections of clients, from their beginning to their end. */
@Timeout(60)
class Http2ConnectionTest {

  private static final int NEW_STREAMS = Integer.MAX_VALUE;

  private ProxyUnderTest proxy;
  private Http2Peer client;

  @BeforeEach
  void start() throws Exception {
    proxy = ProxyUnderTest.secured(Mode.DEFENSIVE);
    client = Http2Peer.greeting(proxy.port());
  }

  @AfterEach
  void stop() throws Exception {
    client.close();
    proxy.close();
  }

  @Test
  void http2IsPreferredAndNobodyIsForcedToIt() throws Exception {
    try (Http2Peer both = new Http2Peer(proxy.port(), "http/1.1", "h2");
        Http2Peer one = new Http2Peer(proxy.port(), "http/1.1")) {
      assertThat(both.protocol()).isEqualTo("h2");
      assertThat(one.protocol()).isEqualTo("http/1.1");
    }
  }

  @Test
  void itTakes128RequestsAtOnceAndRefusesAnother() throws Exception {
    for (int i = 0; i < 129; i++) {
      client.request(2 * i + 1, "GET", ServingTarget.NEVER, true);
    }

    Frame reset = client.await(Frame.RST_STREAM);
    assertThat(reset.stream()).isEqualTo(257);
    assertThat(reset.number()).isEqualTo(7);
    client.number(Frame.RST_STREAM, 1, 8).request(259, "GET", ServingTarget.OK, true);
    assertThat(client.awaitBody(259)).isEqualTo("ok");
  }

  @Test
  void itSaysGoodbyeWithTheRequestThatIsTheLastOne() throws Exception {
    client.number(Frame.WINDOW_UPDATE, 0, Integer.MAX_VALUE - 65_535);
    for (int i = 0; i < 9_999; i++) {
      client.request(2 * i + 1, "GET", "/", true, "x-forwarded-for", "1,".repeat(31));
      client.awaitBody(2 * i + 1);
    }
    client.request(19_999, "GET", ServingTarget.OK, true);
    client.request(20_001, "GET", ServingTarget.OK, true);

    Frame goAway = client.await(Frame.GO_AWAY);
    assertThat(goAway.number()).isEqualTo(19_999);
    assertThat(goAway.reason()).isZero();
    assertThat(client.awaitBody(19_999)).isEqualTo("ok");
    assertThat(client.isEnded()).isTrue();
  }

  @Test
  void itEndsWithTheFirstRequestAfterTheKeepaliveDuration() throws Exception {
    client.request(1, "GET", ServingTarget.OK, true);
    client.awaitBody(1);
    for (int i = 0; i < 80; i++) {
      proxy.time.advance(Duration.ofSeconds(45));
      client.frame(Frame.PING, Frame.NO_FLAG, 0, new byte[8]);
      client.await(Frame.PING);
    }

    client.request(3, "GET", ServingTarget.OK, true);

    assertThat(client.await(Frame.GO_AWAY).number()).isEqualTo(3);
    assertThat(client.awaitBody(3)).isEqualTo("ok");
    assertThat(client.isEnded()).isTrue();
  }

  @Test
  void anIdleOneEnds() throws Exception {
    client.request(1, "GET", ServingTarget.OK, true);
    client.awaitBody(1);

    proxy.time.advance(Duration.ofSeconds(60));

    assertThat(client.await(Frame.GO_AWAY).number()).isEqualTo(1);
    assertThat(client.isEnded()).isTrue();
  }

  @Test
  void aListenerThatIsNoMoreLetsRequestsInFlightFinish() throws Exception {
    client.request(1, "GET", "/", true);
    try (Wire target = proxy.acceptedByTarget()) {
      target.head();

      proxy.retireListener();

      assertThat(client.await(Frame.GO_AWAY).number()).isEqualTo(NEW_STREAMS);
      client.request(3, "GET", ServingTarget.OK, true);
      assertThat(client.awaitBody(3)).isEqualTo("ok");
      client.frame(Frame.PING, Frame.ACK, 0, new byte[8]);
      assertThat(client.await(Frame.GO_AWAY).number()).isEqualTo(3);
      target.send("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi");
      assertThat(client.awaitBody(1)).isEqualTo("hi");
      assertThat(client.isEnded()).isTrue();
    }
  }

  @Test
  void aFieldOfMoreThanEightKilobytesEndsIt() throws Exception {
    client.request(1, "GET", ServingTarget.OK, true, "a", "x".repeat(8 * 1024 - 10));
    assertThat(client.awaitBody(1)).isEqualTo("ok");

    client.request(3, "GET", ServingTarget.OK, true, "a", "x".repeat(8 * 1024));

    assertThat(client.await(Frame.GO_AWAY).reason()).isEqualTo(11);
    assertThat(client.isEnded()).isTrue();
  }

  @Test
  void aHeadOfMoreThan64KilobytesIsRefusedAndItsStreamOnly() throws Exception {
    String[] fields = new String[20];
    for (int i = 0; i < fields.length; i += 2) {
      fields[i] = "a";
      fields[i + 1] = "x".repeat(7000);
    }
    byte[] more = Http2Peer.block(fields);
    client.frame(
        Frame.HEADERS,
        Frame.END_STREAM,
        1,
        Http2Peer.block(
            ":method", "GET", ":scheme", "https", ":path", "/", ":authority", "example.com"));
    for (int at = 0; at < more.length; at += 14_000) {
      int count = Math.min(14_000, more.length - at);
      byte[] part = Arrays.copyOfRange(more, at, at + count);
      int flags = at + count == more.length ? Frame.END_HEADERS : Frame.NO_FLAG;
      client.frame(Frame.CONTINUATION, flags, 1, part);
    }

    assertThat(client.awaitHead()).startsWith(":status: 400\n");
    client.request(3, "GET", ServingTarget.OK, true);
    assertThat(client.awaitBody(3)).isEqualTo("ok");
  }
}
