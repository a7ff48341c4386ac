package io.albspec.proxy.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;

/** A client that has nothing to do with the hostile ones, on a connection of its own. */
final class OtherClient implements AutoCloseable {

  /** Far more than an exchange takes even on a busy machine; far less than any timeout. */
  private static final Duration PROMPTLY = Duration.ofSeconds(5);

  private static final String REQUEST = "GET " + ServingTarget.OK + " HTTP/1.1\r\nHost: h\r\n\r\n";

  private final Wire wire;

  OtherClient(ProxyUnderTest proxy) throws IOException {
    wire = proxy.client();
  }

  /** Sends a request and expects the answer promptly. */
  void isServed() throws IOException {
    long begin = System.nanoTime();

    wire.send(REQUEST);

    assertThat(wire.head()).startsWith("HTTP/1.1 200 OK\r\n");
    assertThat(wire.bytes(2)).isEqualTo("ok");
    assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(PROMPTLY);
  }

  @Override
  public void close() throws IOException {
    wire.close();
  }
}
