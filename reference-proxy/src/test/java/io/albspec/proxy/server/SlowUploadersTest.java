package io.albspec.proxy.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Clients that send the body of a request one byte at a time. */
class SlowUploadersTest extends HostileGround {

  private static final int COUNT = 200;
  private static final int BYTES = 30;
  private static final String HEAD =
      "POST " + ServingTarget.OK + " HTTP/1.1\r\nHost: h\r\nContent-Length: " + BYTES + "\r\n\r\n";
  private static final Duration ALMOST_IDLE = Duration.ofSeconds(50);

  /** A connection on either side for each of them; one is that which the other client's left. */
  private static final Held HALFWAY = new Held(COUNT + 1, 0, COUNT + 1 + COUNT);

  @Test
  void othersAreServedAndWhatTheyCostIsBounded() throws Exception {
    try (Crowd crowd = new Crowd(COUNT, proxy.port())) {
      crowd.send(HEAD);
      awaitHeld(HALFWAY);
      for (int i = 0; i < BYTES - 1; i++) {
        crowd.send("x");
        other.isServed();
        proxy.time.advance(ALMOST_IDLE);
      }

      awaitHeld(new Held(COUNT + 1, 0, 2 * (COUNT + 1)));
      assertThat(heapForEach(COUNT)).isLessThan(MOST_BYTES_OF_HEAP);

      crowd.send("x");
      assertThat(crowd.heads()).allMatch(head -> head.startsWith("HTTP/1.1 200 OK\r\n"));
    }
  }

  @Test
  void whoStopsIsToldAndLetGo() throws Exception {
    try (Crowd crowd = new Crowd(COUNT, proxy.port())) {
      crowd.send(HEAD + "x");
      awaitHeld(HALFWAY);
      other.isServed();

      proxy.time.advance(Duration.ofSeconds(60));

      assertThat(crowd.heads())
          .allMatch(head -> head.startsWith("HTTP/1.1 408 Request Timeout\r\n"));
    }
  }
}
