package io.albspec.proxy.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Ten thousand clients that keep their connections and have nothing to ask at the moment. */
class IdleConnectionsTest extends HostileGround {

  private static final int WANTED = 10_000;
  private static final long MOST_BYTES_OF_HEAP_IDLE = 4 * 1024;
  private static final String GET = "GET " + ServingTarget.OK + " HTTP/1.1\r\nHost: h\r\n\r\n";
  private static final int ANSWER_BYTES =
      "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nDate: Thu, 01 Jan 2026 00:00:00 GMT\r\n".length()
          + "Connection: keep-alive\r\n\r\nok".length();

  @Test
  void allAreAnsweredAgainAndAgainAndCostLittle() throws Exception {
    int count = CrowdProcess.atMost(WANTED);
    try (CrowdProcess crowd = CrowdProcess.start(count, proxy.port())) {
      crowd.exchange(GET, ANSWER_BYTES);

      awaitHeld(new Held(count + 1, 0, count + 2));
      other.isServed();
      assertThat(heapForEach(count)).isLessThan(MOST_BYTES_OF_HEAP_IDLE);

      crowd.exchange(GET, ANSWER_BYTES);
      other.isServed();
    }
  }
}
