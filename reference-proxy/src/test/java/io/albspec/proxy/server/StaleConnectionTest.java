package io.albspec.proxy.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * A target ends an idle connection at the very moment at which a request comes for it. The worker
 * is kept from looking until both have happened, the request first.
 */
@Timeout(30)
class StaleConnectionTest {

  private static final String GET = "GET / HTTP/1.1\r\nHost: h\r\n\r\n";
  private static final String POST = "POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 4\r\n\r\nbody";
  private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi";

  private ProxyUnderTest proxy;
  private Wire client;
  private Wire stale;

  @BeforeEach
  void startWithAnIdleConnectionToTheTarget() throws Exception {
    proxy = new ProxyUnderTest();
    client = proxy.client();
    client.send(GET);
    stale = proxy.acceptedByTarget();
    answer(stale);
  }

  @AfterEach
  void stop() throws Exception {
    client.close();
    stale.close();
    proxy.close();
  }

  private void answer(Wire target) throws Exception {
    target.head();
    target.send(OK);
    assertThat(client.head()).startsWith("HTTP/1.1 200 OK\r\n");
    assertThat(client.bytes(2)).isEqualTo("hi");
    assertThat(proxy.logged().status()).isEqualTo(200);
  }

  @Test
  void sendsARequestOfWhichTheTargetHasNoByteOnAnotherConnection() throws Exception {
    try (ProxyUnderTest.Stall stall = proxy.stalled()) {
      client.send(GET);
      stale.reset();
      stall.end();

      try (Wire another = proxy.acceptedByTarget()) {
        answer(another);
      }
    }
  }

  @Test
  void looksWhetherAConnectionThatWasIdleForAWhileHasEnded() throws Exception {
    proxy.time.advance(Duration.ofSeconds(1));
    try (ProxyUnderTest.Stall stall = proxy.stalled()) {
      client.send(POST);
      stale.close();
      stall.end();

      try (Wire another = proxy.acceptedByTarget()) {
        assertThat(another.head()).startsWith("POST / HTTP/1.1\r\n");
        assertThat(another.bytes(4)).isEqualTo("body");
        another.send(OK);
        assertThat(client.head()).startsWith("HTTP/1.1 200 OK\r\n");
      }
    }
  }

  @Test
  void doesNotSendABodyTwice() throws Exception {
    try (ProxyUnderTest.Stall stall = proxy.stalled()) {
      client.send(POST);
      stale.reset();
      stall.end();

      assertThat(client.head()).startsWith("HTTP/1.1 502 Bad Gateway\r\n");
      assertThat(proxy.hasWaitingConnectionToTarget()).isFalse();
    }
  }

  @Test
  void doesNotRepeatWhatTheTargetHasSeen() throws Exception {
    client.send(GET);
    stale.head();
    stale.reset();

    assertThat(client.head()).startsWith("HTTP/1.1 502 Bad Gateway\r\n");
    assertThat(proxy.hasWaitingConnectionToTarget()).isFalse();
  }
}
