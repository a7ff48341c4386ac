package io.albspec.proxy.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.albspec.proxy.desync.Mode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Requests of HTTP/2 on their way to a target that speaks HTTP/1.1, and back. */
@Timeout(60)
class Http2ExchangeTest {

  private static final String FORWARDED =
      " HTTP/1.1\r\nX-Forwarded-For: 127.0.0.1\r\nX-Forwarded-Proto: https\r\n"
          + "X-Forwarded-Port: 80\r\nHost: example.com\r\n";

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
  void aRequestBecomesOneOfHttp1AndItsResponseOneOfHttp2() throws Exception {
    client.request(
        1, "GET", "/a?b", true, "cookie", "x=1", "te", "trailers", "foo", "A b", "cookie", "y=2");

    try (Wire target = proxy.acceptedByTarget()) {
      assertThat(target.head())
          .isEqualTo("GET /a?b" + FORWARDED + "foo: A b\r\ncookie: x=1; y=2\r\n\r\n");
      target.send(
          "HTTP/1.1 203 Fine\r\nDate: now\r\nX-Own: 1\r\nConnection: x-hop, keep-alive\r\n"
              + "X-Hop: 2\r\nKeep-Alive: 5\r\nContent-Length: 2\r\n\r\nhi");
      assertThat(client.awaitHead())
          .isEqualTo(":status: 203\ndate: now\nx-own: 1\ncontent-length: 2\n");
      assertThat(client.awaitBody(1)).isEqualTo("hi");
    }
    assertThat(proxy.logged().status()).isEqualTo(203);
  }

  @Test
  void aBodyWithoutALengthIsSentInChunksAndTrailersFollow() throws Exception {
    client.request(1, "POST", "/", false).data(1, false, "abc").data(1, false, "de");

    try (Wire target = proxy.acceptedByTarget()) {
      assertThat(target.head())
          .isEqualTo("POST /" + FORWARDED + "Transfer-Encoding: chunked\r\n\r\n");
      client.head(1, true, "checksum", "x", "content-length", "7");
      StringBuilder body = new StringBuilder();
      while (!body.toString().endsWith("\r\n\r\n")) {
        body.append(target.bytes(1));
      }
      assertThat(body.toString().replaceAll("[0-9]+\r\n|\r\n", "")).isEqualTo("abcdechecksum: x");
      target.send(
          "HTTP/1.1 200 OK\r\nDate: now\r\nTransfer-Encoding: chunked\r\n\r\n"
              + "2\r\nhi\r\n0\r\nSum: 5\r\n\r\n");
      assertThat(client.awaitHead()).isEqualTo(":status: 200\ndate: now\n");
      assertThat(new String(client.read().payload(), StandardCharsets.US_ASCII)).isEqualTo("hi");
      assertThat(client.awaitHead()).isEqualTo("sum: 5\n");
    }
  }

  @Test
  void aLargeBodyGoesToATargetAsFastAsThatTakesIt() throws Exception {
    int bytes = 400_000;
    client.request(1, "POST", "/", false, "content-length", String.valueOf(bytes));

    try (Wire target = proxy.acceptedByTarget()) {
      assertThat(target.head()).contains("content-length: " + bytes + "\r\n");
      int window = 64 * 1024;
      int sent = 0;
      while (sent < bytes) {
        int count = Math.min(Math.min(window, 16 * 1024), bytes - sent);
        client.data(1, sent + count == bytes, "x".repeat(count));
        sent += count;
        window -= count;
        assertThat(target.bytes(count)).hasSize(count);
        while (window == 0 && sent < bytes) {
          window += client.await(f -> f.type() == Frame.WINDOW_UPDATE && f.stream() == 1).number();
        }
      }
      target.send("HTTP/1.1 204 No Content\r\nDate: now\r\n\r\n");
      assertThat(client.awaitHead()).isEqualTo(":status: 204\ndate: now\n");
    }
  }

  @Test
  void aBodyKeepsToTheWindowsOfTheClient() throws Exception {
    client.settings(4, 3).request(1, "GET", "/", true);

    try (Wire target = proxy.acceptedByTarget()) {
      target.head();
      target.send("HTTP/1.1 200 OK\r\nDate: now\r\nContent-Length: 5\r\n\r\nhello");
      client.awaitHead();
      assertThat(new String(client.read().payload(), StandardCharsets.US_ASCII)).isEqualTo("hel");
      client.frame(Frame.PING, Frame.NO_FLAG, 0, new byte[8]);
      assertThat(client.read().type()).isEqualTo(Frame.PING);
      client.number(Frame.WINDOW_UPDATE, 1, 10);
      Frame rest = client.read();
      assertThat(new String(rest.payload(), StandardCharsets.US_ASCII)).isEqualTo("lo");
      assertThat(rest.isLast()).isTrue();
    }
  }

  @Test
  void interimResponsesArePassedOn() throws Exception {
    client.request(1, "POST", "/", false, "expect", "100-continue", "content-length", "2");

    try (Wire target = proxy.acceptedByTarget()) {
      assertThat(target.head()).contains("expect: 100-continue\r\n");
      target.send("HTTP/1.1 100 Continue\r\n\r\n");
      assertThat(client.awaitHead()).isEqualTo(":status: 100\n");
      client.data(1, true, "hi");
      assertThat(target.bytes(2)).isEqualTo("hi");
      target.send("HTTP/1.1 103 Early Hints\r\nLink: a\r\n\r\n");
      target.send("HTTP/1.1 200 OK\r\nDate: now\r\nContent-Length: 0\r\n\r\n");
      assertThat(client.awaitHead()).isEqualTo(":status: 103\nlink: a\n");
      assertThat(client.awaitHead()).isEqualTo(":status: 200\ndate: now\ncontent-length: 0\n");
    }
  }

  @Test
  void aResponseToHeadEndsWithItsHead() throws Exception {
    client.request(1, "HEAD", "/", true);

    try (Wire target = proxy.acceptedByTarget()) {
      target.head();
      target.send("HTTP/1.1 200 OK\r\nDate: now\r\nContent-Length: 9\r\n\r\n");

      Frame head = client.await(Frame.HEADERS);
      assertThat(head.isLast()).isTrue();
    }
  }

  @Test
  void aTargetThatFailsInTheMiddleResetsItsStreamOnly() throws Exception {
    client.request(1, "GET", "/", true);

    try (Wire target = proxy.acceptedByTarget()) {
      target.head();
      target.send("HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\nhi");
      client.awaitHead();
      target.reset();

      Frame reset = client.await(Frame.RST_STREAM);
      assertThat(reset.stream()).isEqualTo(1);
      assertThat(reset.number()).isEqualTo(2);
      client.request(3, "GET", ServingTarget.OK, true);
      assertThat(client.awaitBody(3)).isEqualTo("ok");
    }
  }

  @Test
  void aTargetThatFailsBeforeASmallResponseIsWholeIsAnsweredFor() throws Exception {
    client.request(1, "GET", "/", true);

    try (Wire target = proxy.acceptedByTarget()) {
      target.head();
      target.send("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhi");
      target.reset();

      assertThat(client.awaitHead()).startsWith(":status: 502\n");
    }
  }

  @Test
  void aClientThatTakesItsRequestBackEndsThatToTheTarget() throws Exception {
    client.request(1, "GET", "/", true);

    try (Wire target = proxy.acceptedByTarget()) {
      target.head();
      client.number(Frame.RST_STREAM, 1, 8);

      assertThat(target.isEnded()).isTrue();
      assertThat(proxy.logged().status()).isEqualTo(460);
    }
  }

  @Test
  void aRequestWhoseBodyStopsIsAnsweredWith408AndOthersGoOn() throws Exception {
    client.request(1, "POST", "/", false, "content-length", "10").data(1, false, "ab");

    try (Wire target = proxy.acceptedByTarget()) {
      target.head();
      assertThat(target.bytes(2)).isEqualTo("ab");
      proxy.time.advance(Duration.ofSeconds(60));

      assertThat(client.awaitHead()).startsWith(":status: 408\n");
      assertThat(client.await(Frame.RST_STREAM).number()).isZero();
      assertThat(target.isEnded()).isTrue();
      client.request(3, "GET", ServingTarget.OK, true);
      assertThat(client.awaitBody(3)).isEqualTo("ok");
    }
  }

  @Test
  void aClientThatTakesNoneOfItsResponseForTheIdleTimeoutLosesIt() throws Exception {
    client.settings(4, 0).request(1, "GET", ServingTarget.LARGE + "100", true);
    client.awaitHead();

    proxy.time.advance(Duration.ofSeconds(60));

    assertThat(client.await(Frame.RST_STREAM).number()).isEqualTo(8);
  }

  @Test
  void aMethodThatIsNotAllowedIsAnsweredOnItsStream() throws Exception {
    client.request(1, "TRACE", "/", true);

    assertThat(client.awaitHead()).startsWith(":status: 405\nserver: awselb/2.0\n");
    client.request(3, "GET", ServingTarget.OK, true);
    assertThat(client.awaitBody(3)).isEqualTo("ok");
  }

  @Test
  void aRequestThatIsAmbiguousIsClassified() throws Exception {
    client.request(1, "GET", ServingTarget.OK, true, "content-length", "0");
    client.awaitBody(1);
    assertThat(proxy.logged().reason()).isEqualTo("GetHeadZeroContentLength");

    client.request(3, "GET", ServingTarget.OK, true, "transfer_encoding", "chunked");
    client.awaitBody(3);
    assertThat(proxy.logged().reason()).isEqualTo("SuspiciousHeader");
  }
}
