package io.albspec.proxy.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * A target ends idle connections at the very moment at which requests come for them: the worker is
 * kept from looking until both have happened. What it looks at first is up to its selector, so
 * there are many of them.
 */
@Timeout(30)
class StaleConnectionTest {

  private static final int MANY = 16;
  private static final String GET = "GET / HTTP/1.1\r\nHost: h\r\n\r\n";
  private static final String POST = "POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 4\r\n\r\nbody";
  private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi";

  private final List<Wire> clients = new ArrayList<>();
  private final List<Wire> targets = new ArrayList<>();
  private ProxyUnderTest proxy;

  @BeforeEach
  void startWithIdleConnectionsToTheTarget() throws Exception {
    proxy = new ProxyUnderTest();
    for (int i = 0; i < MANY; i++) {
      clients.add(proxy.client().send(GET));
    }
    for (int i = 0; i < MANY; i++) {
      targets.add(proxy.acceptedByTarget());
    }
    for (Wire target : targets) {
      target.head();
      target.send(OK);
    }
    everyClientIsAnswered();
  }

  @AfterEach
  void stop() throws Exception {
    for (Wire client : clients) {
      client.close();
    }
    for (Wire target : targets) {
      target.close();
    }
    proxy.close();
  }

  private void everyClientIsAnswered() throws Exception {
    for (Wire client : clients) {
      assertThat(client.head()).startsWith("HTTP/1.1 200 OK\r\n");
      assertThat(client.bytes(2)).isEqualTo("hi");
      assertThat(proxy.logged().status()).isEqualTo(200);
    }
    assertThat(proxy.held().buffers()).isZero();
  }

  private void everyClientSends(String request) throws Exception {
    for (Wire client : clients) {
      client.send(request);
    }
  }

  private List<Wire> connectionsMadeInstead() throws Exception {
    List<Wire> made = new ArrayList<>();
    for (int i = 0; i < MANY; i++) {
      made.add(proxy.acceptedByTarget());
    }
    targets.addAll(made);
    return made;
  }

  @Test
  void sendsRequestsOfWhichTheTargetHasNoByteOnOtherConnections() throws Exception {
    try (ProxyUnderTest.Stall stall = proxy.stalled()) {
      everyClientSends(GET);
      for (Wire target : targets) {
        target.reset();
      }
      stall.end();
    }

    for (Wire another : connectionsMadeInstead()) {
      assertThat(another.head()).startsWith("GET / HTTP/1.1\r\n");
      another.send(OK);
    }
    everyClientIsAnswered();
  }

  @Test
  void looksWhetherConnectionsThatWereIdleForAWhileHaveEnded() throws Exception {
    proxy.time.advance(Duration.ofSeconds(1));
    try (ProxyUnderTest.Stall stall = proxy.stalled()) {
      everyClientSends(POST);
      for (Wire target : targets) {
        target.close();
      }
      stall.end();
    }

    for (Wire another : connectionsMadeInstead()) {
      assertThat(another.head()).startsWith("POST / HTTP/1.1\r\n");
      assertThat(another.bytes(4)).isEqualTo("body");
      another.send(OK);
    }
    everyClientIsAnswered();
  }

  @Test
  void doesNotRepeatWhatTheTargetHasSeen() throws Exception {
    everyClientSends(GET);
    for (Wire target : targets) {
      target.head();
      target.reset();
    }

    for (Wire client : clients) {
      assertThat(client.head()).startsWith("HTTP/1.1 502 Bad Gateway\r\n");
    }
    assertThat(proxy.hasWaitingConnectionToTarget()).isFalse();
  }
}
