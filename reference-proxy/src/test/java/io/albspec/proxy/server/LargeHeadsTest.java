package io.albspec.proxy.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Heads about as large as a buffer, and larger. */
@Timeout(30)
class LargeHeadsTest {

  private static final int BUFFER = 32 * 1024;
  private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi";

  private ProxyUnderTest proxy;

  @BeforeEach
  void start() throws Exception {
    proxy = new ProxyUnderTest();
  }

  @AfterEach
  void nothingIsLeft() throws Exception {
    assertThat(proxy.heldInTheEnd()).isEqualTo(Held.NOTHING);
    proxy.close();
  }

  /** A head of so many bytes. */
  private static String post(int bytes) {
    String start = "POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 4\r\n";
    StringBuilder head = new StringBuilder(start);
    while (bytes - head.length() > 12_000) {
      head.append("X: ").append("x".repeat(8_000)).append("\r\n");
    }
    int rest = bytes - head.length() - "X: \r\n\r\n".length();
    return head.append("X: ").append("x".repeat(rest)).append("\r\n\r\n").toString();
  }

  @ParameterizedTest
  @ValueSource(ints = {BUFFER - 1, BUFFER, BUFFER + 1, 2 * BUFFER})
  void theTargetDoesNotWaitForTheHeadUntilTheBodyComes(int bytes) throws Exception {
    try (Wire client = proxy.client().send(post(bytes));
        Wire target = proxy.acceptedByTarget()) {
      assertThat(target.head()).startsWith("POST / HTTP/1.1\r\n");

      client.send("body");

      assertThat(target.bytes(4)).isEqualTo("body");
      target.send(OK);
      assertThat(client.head()).startsWith("HTTP/1.1 200 OK\r\n");
      assertThat(client.bytes(2)).isEqualTo("hi");
    }
  }

  @Test
  void largeResponseHeadsArePassedOn() throws Exception {
    try (Wire client = proxy.client().send("GET / HTTP/1.1\r\nHost: h\r\n\r\n");
        Wire target = proxy.acceptedByTarget()) {
      target.head();

      String field = "X: " + "x".repeat(16_300) + "\r\n";
      target.send(OK.replace("\r\n\r\n", "\r\n" + field + field + "\r\n"));

      assertThat(client.head()).contains(field + field);
      assertThat(client.bytes(2)).isEqualTo("hi");
    }
  }
}
