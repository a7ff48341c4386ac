package io.albspec.proxy.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class ExchangeOverTheWireTest {

  private static final String GET = "GET /a?b HTTP/1.1\r\nHost: example.com\r\n\r\n";
  private static final String FORWARDED =
      "GET /a?b HTTP/1.1\r\nX-Forwarded-For: 127.0.0.1\r\nX-Forwarded-Proto: http\r\n"
          + "X-Forwarded-Port: 80\r\nHost: example.com\r\n\r\n";
  private static final String OK = "HTTP/1.1 200 OK\r\nDate: now\r\nContent-Length: 2\r\n\r\nhi";
  private static final String OK_HEAD =
      "HTTP/1.1 200 OK\r\nDate: now\r\nContent-Length: 2\r\nConnection: keep-alive\r\n\r\n";

  private ProxyUnderTest proxy;

  @BeforeEach
  void start() throws Exception {
    proxy = new ProxyUnderTest();
  }

  @AfterEach
  void stop() throws Exception {
    proxy.close();
  }

  @Test
  void passesRequestAndResponseOnAndReusesBothConnections() throws Exception {
    try (Wire client = proxy.client()) {
      client.send(GET);
      try (Wire target = proxy.acceptedByTarget()) {
        for (int i = 0; i < 3; i++) {
          assertThat(target.head()).isEqualTo(FORWARDED);
          target.send(OK);
          assertThat(client.head()).isEqualTo(OK_HEAD);
          assertThat(client.bytes(2)).isEqualTo("hi");
          ProxyUnderTest.Logged entry = proxy.logged();
          assertThat(entry.status()).isEqualTo(200);
          assertThat(entry.received()).isEqualTo(GET.length());
          assertThat(entry.sent()).isEqualTo(OK_HEAD.length() + 2);
          client.send(GET);
        }
      }
    }
  }

  @Test
  void leavesOutWhatConcernsOneConnectionOnly() throws Exception {
    try (Wire client = proxy.client()) {
      client.send(
          "GET /a?b HTTP/1.1\r\nHost: example.com\r\nFOO: 1\r\nConnection: keep-alive, foo\t,bar\r\n"
              + "Kept: 2\r\nBar: 3\r\nTE: trailers\r\nKeep-Alive: 5\r\n\r\n");
      try (Wire target = proxy.acceptedByTarget()) {
        assertThat(target.head())
            .isEqualTo(FORWARDED.substring(0, FORWARDED.length() - 2) + "Kept: 2\r\n\r\n");
        target.send(
            "HTTP/1.1 200 OK\r\nDate: now\r\nConnection: X\r\nX: 1\r\nContent-Length: 2\r\n\r\nhi");

        assertThat(client.head()).isEqualTo(OK_HEAD);
      }
    }
  }

  @Test
  void answersPipelinedRequestsInOrder() throws Exception {
    try (Wire client = proxy.client()) {
      client.send(GET.repeat(3));
      try (Wire target = proxy.acceptedByTarget()) {
        for (int i = 0; i < 3; i++) {
          target.head();
          target.send("HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\n" + i);
        }
      }
      for (int i = 0; i < 3; i++) {
        client.head();
        assertThat(client.bytes(1)).isEqualTo(String.valueOf(i));
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "'5\r\nhello\r\n0\r\n\r\n', '5\r\nhello\r\n0\r\n\r\n'",
    "'2;x=y\r\nhe\r\n3\r\nllo\r\n0\r\nT: v\r\n\r\n',"
        + "'2\r\nhe\r\n3\r\nllo\r\n0\r\nT: v\r\n\r\n'",
    "'0\r\nHost: evil\r\nT: v\r\nTransfer-Encoding: x\r\n\r\n', '0\r\nT: v\r\n\r\n'"
  })
  void reframesChunksOfTheRequest(String sent, String received) throws Exception {
    try (Wire client = proxy.client()) {
      client.send("POST / HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n" + sent);
      try (Wire target = proxy.acceptedByTarget()) {
        assertThat(target.head()).endsWith("\r\nTransfer-Encoding: chunked\r\n\r\n");
        assertThat(target.bytes(received.length())).isEqualTo(received);
        target.send(OK);
        client.head();
        assertThat(client.bytes(2)).isEqualTo("hi");
      }
    }
  }

  @Test
  void passesChunksOfTheResponseOnAsTheyCome() throws Exception {
    try (Wire client = proxy.client()) {
      client.send(GET);
      try (Wire target = proxy.acceptedByTarget()) {
        target.head();
        target.send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
        assertThat(client.head()).contains("\r\nTransfer-Encoding: chunked\r\n");
        target.send("3\r\nabc\r\n");
        assertThat(client.bytes(8)).isEqualTo("3\r\nabc\r\n");
        target.send("0\r\nChecksum: 1\r\n\r\n");
        assertThat(client.bytes(18)).isEqualTo("0\r\nChecksum: 1\r\n\r\n");
      }
    }
  }

  @Test
  void sendsInChunksWhatEndsWithTheTargetsConnection() throws Exception {
    try (Wire client = proxy.client()) {
      client.send(GET);
      try (Wire target = proxy.acceptedByTarget()) {
        target.head();
        target.send("HTTP/1.0 200 OK\r\n\r\nabc");
      }
      assertThat(client.head()).contains("\r\nTransfer-Encoding: chunked\r\n");
      assertThat(client.bytes(13)).isEqualTo("3\r\nabc\r\n0\r\n\r\n");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HTTP/1.1 204 No Content\r\n\r\n",
        "HTTP/1.1 304 Not Modified\r\nContent-Length: 5\r\n\r\n",
      })
  void expectsNoBodyWhereThereCanBeNone(String response) throws Exception {
    try (Wire client = proxy.client()) {
      client.send(GET);
      try (Wire target = proxy.acceptedByTarget()) {
        target.head();
        target.send(response);
        client.head();
        client.send(GET);
        target.head();
        target.send(OK);
        assertThat(client.head()).isEqualTo(OK_HEAD);
      }
    }
  }

  @Test
  void tellsALengthThatTheTargetTellsTwiceOnlyOnce() throws Exception {
    try (Wire client = proxy.client()) {
      client.send(GET);
      try (Wire target = proxy.acceptedByTarget()) {
        target.head();
        target.send("HTTP/1.1 200 OK\r\nContent-Length: 2\r\nX: y\r\nContent-Length: 02\r\n\r\nok");
        assertThat(client.head())
            .contains("\r\nContent-Length: 2\r\nX: y\r\n")
            .doesNotContain("Content-Length: 02");
      }
    }
  }

  @Test
  void passesInterimResponsesOn() throws Exception {
    try (Wire client = proxy.client()) {
      client.send(
          "POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 2\r\nExpect: 100-continue\r\n\r\n");
      try (Wire target = proxy.acceptedByTarget()) {
        assertThat(target.head()).contains("\r\nExpect: 100-continue\r\n");
        target.send("HTTP/1.1 100 Continue\r\n\r\n");
        assertThat(client.head()).isEqualTo("HTTP/1.1 100 Continue\r\n\r\n");
        client.send("ok");
        assertThat(target.bytes(2)).isEqualTo("ok");
        target.send(OK);
        assertThat(client.head()).isEqualTo(OK_HEAD);
      }
    }
  }

  @Test
  void streamsLargeBodiesBothWays() throws Exception {
    int size = 20 * 1024 * 1024;
    byte[] block = "0123456789abcdef".repeat(4096).getBytes(StandardCharsets.US_ASCII);
    try (Wire client = proxy.client()) {
      CompletableFuture<Void> upload =
          CompletableFuture.runAsync(
              () ->
                  sendBlocks(
                      client,
                      "POST / HTTP/1.1\r\nHost: h\r\nContent-Length: " + size + "\r\n\r\n",
                      block,
                      size));
      try (Wire target = proxy.acceptedByTarget()) {
        target.head();
        assertThat(countMatching(target.in(), block, size)).isEqualTo(size);
        upload.join();
        CompletableFuture<Void> download =
            CompletableFuture.runAsync(
                () ->
                    sendBlocks(
                        target,
                        "HTTP/1.1 200 OK\r\nContent-Length: " + size + "\r\n\r\n",
                        block,
                        size));
        client.head();
        assertThat(countMatching(client.in(), block, size)).isEqualTo(size);
        download.join();
      }
    }
  }

  private static void sendBlocks(Wire wire, String head, byte[] block, int size) {
    try {
      wire.send(head);
      String text = new String(block, StandardCharsets.US_ASCII);
      for (int sent = 0; sent < size; sent += block.length) {
        wire.send(text);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int countMatching(InputStream in, byte[] block, int size) throws Exception {
    for (int at = 0; at < size; at += block.length) {
      if (!Arrays.equals(in.readNBytes(block.length), block)) {
        return at;
      }
    }
    return size;
  }

  @Test
  void answers502WhenTheTargetRefusesTheConnection() throws Exception {
    proxy.targetRefuses();
    try (Wire client = proxy.client()) {
      client.send(GET);

      assertThat(client.head()).startsWith("HTTP/1.1 502 Bad Gateway\r\nServer: awselb/2.0\r\n");
      assertThat(proxy.logged().status()).isEqualTo(502);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "HTTP/1.1 200 OK\r\nContent-Le",
        "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nshort",
        "HTTP/2 200 OK\r\n\r\n",
        "garbage\r\n\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: x\r\n\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n12",
        "HTTP/1.1 200 OK\r\nBad Name: 1\r\n\r\n",
      })
  void answers502WhenTheTargetEndsEarlyOrIsMalformed(String response) throws Exception {
    try (Wire client = proxy.client()) {
      client.send(GET);
      try (Wire target = proxy.acceptedByTarget()) {
        target.head();
        target.send(response);
      }

      assertThat(client.head()).startsWith("HTTP/1.1 502 Bad Gateway\r\n");
    }
  }

  @Test
  void answers502WhenTheTargetResets() throws Exception {
    try (Wire client = proxy.client()) {
      client.send(GET);
      Wire target = proxy.acceptedByTarget();
      target.head();
      target.reset();

      assertThat(client.head()).startsWith("HTTP/1.1 502 Bad Gateway\r\n");
      ProxyUnderTest.Logged entry = proxy.logged();
      assertThat(entry.targetStatus()).isZero();
      assertThat(entry.target()).startsWith("127.0.0.1:");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nshort"})
  void answers504WhenTheTargetIsSilentForTheIdleTimeout(String response) throws Exception {
    try (Wire client = proxy.client()) {
      client.send(GET);
      try (Wire target = proxy.acceptedByTarget()) {
        target.head();
        target.send(response);
        letTimePassUntilReadable(client);

        assertThat(client.head()).startsWith("HTTP/1.1 504 Gateway Time-out\r\n");
      }
    }
  }

  /** Time is advanced as often as needed: bytes may still be on their way when it first is. */
  private void letTimePassUntilReadable(Wire client) throws Exception {
    while (!client.isReadable()) {
      proxy.time.advance(Duration.ofSeconds(60));
    }
  }

  @Test
  void cutsAChunkedResponseThatIsNotComplete() throws Exception {
    try (Wire client = proxy.client()) {
      client.send(GET);
      try (Wire target = proxy.acceptedByTarget()) {
        target.head();
        target.send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n");
        client.head();
        assertThat(client.bytes(8)).isEqualTo("3\r\nabc\r\n");
      }

      assertThat(client.isEnded()).isTrue();
    }
  }

  @Test
  void logs460WhenTheClientLeavesWhileTheTargetWorks() throws Exception {
    Wire client = proxy.client();
    client.send(GET);
    try (Wire target = proxy.acceptedByTarget()) {
      target.head();
      client.close();

      assertThat(proxy.logged().status()).isEqualTo(460);
      assertThat(target.isEnded()).isTrue();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "'GET / HTTP/1.1\r\n\r\n', 400",
    "'POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n', 400",
    "'POST / HTTP/1.1\r\nHost: h\r\nContent-Length:\r\n 5\r\n\r\nhello', 400",
    "'POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 9223372036854775808\r\n\r\n', 400",
    "'POST / HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked, identity, chunked\r\n\r\n', 400",
    "'GET / HTTP/1.1\r\nHost: h\r\nContent-Length: +1\r\n\r\n', 400",
    "'GET / HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: gzip\r\n\r\n', 501",
    "'TRACE / HTTP/1.1\r\nHost: h\r\n\r\n', 405",
    "'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n', 505",
    "'GET / HTTP/2.0\r\nHost: h\r\n\r\n', 505",
    "'nonsense\r\n\r\n', 400",
    "'GET @h/ HTTP/1.1\r\nHost: h\r\n\r\n', 400",
    "'GET / HTTP/1.1\r\nHost: a/b\r\n\r\n', 400",
    "'GET http://a@b/ HTTP/1.1\r\nHost: h\r\n\r\n', 400",
  })
  void refusesAndClosesWhatItCannotTrust(String request, int status) throws Exception {
    try (Wire client = proxy.client()) {
      client.send(request);
      client.finish();

      assertThat(client.head())
          .startsWith("HTTP/1.1 " + status + " ")
          .contains("Connection: close");
      client.in().readAllBytes();
      assertThat(proxy.logged().status()).isEqualTo(status);
    }
  }

  @Test
  void closesAnIdleConnectionSilentlyAndAnswers408ToHalfARequest() throws Exception {
    try (Wire idle = proxy.client();
        Wire half = proxy.client()) {
      half.send(GET + "GET / HTTP/1.1\r\nHo");
      try (Wire target = proxy.acceptedByTarget()) {
        target.head();
        target.send(OK);
      }
      half.head();
      half.bytes(2);
      letTimePassUntilReadable(half);

      assertThat(half.head()).startsWith("HTTP/1.1 408 ");
      assertThat(idle.isEnded()).isTrue();
    }
  }

  @Test
  void closesAfterTheFirstResponseBeyondTheKeepAliveDuration() throws Exception {
    try (Wire client = proxy.client()) {
      client.send(GET);
      try (Wire target = proxy.acceptedByTarget()) {
        target.head();
        for (int seconds = 0; seconds < 3600; seconds += 30) {
          proxy.time.advance(Duration.ofSeconds(30));
          target.send("HTTP/1.1 100 Continue\r\n\r\n");
          client.head();
        }
        target.send(OK);

        assertThat(client.head()).contains("\r\nConnection: close\r\n");
        assertThat(client.bytes(2)).isEqualTo("hi");
        assertThat(client.isEnded()).isTrue();
      }
    }
  }

  @Test
  void aRetiredListenerLetsTheExchangeInProgressFinish() throws Exception {
    try (Wire client = proxy.client()) {
      client.send(GET);
      try (Wire target = proxy.acceptedByTarget()) {
        target.head();
        proxy.retireListener();
        target.send(OK);

        assertThat(client.head()).startsWith("HTTP/1.1 200 OK\r\n");
        assertThat(client.bytes(2)).isEqualTo("hi");
        assertThat(client.isEnded()).isTrue();
      }
    }
  }

  @Test
  void thePortOfARetiredListenerIsFreeAtOnce() throws Exception {
    for (int i = 0; i < 50; i++) {
      proxy.retireListener();
      proxy.listenAgain();
    }

    try (Wire client = proxy.client()) {
      client.send(GET);
      try (Wire target = proxy.acceptedByTarget()) {
        assertThat(target.head()).isEqualTo(FORWARDED);
      }
    }
  }
}
