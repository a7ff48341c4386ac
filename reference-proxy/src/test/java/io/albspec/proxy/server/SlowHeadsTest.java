package io.albspec.proxy.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Clients that send the head of a request one byte at a time (slowloris). */
class SlowHeadsTest extends HostileGround {

  private static final int COUNT = 500;
  private static final String HEAD = "GET " + ServingTarget.OK + " HTTP/1.1\r\nHost: h\r\n";
  private static final Duration ALMOST_IDLE = Duration.ofSeconds(50);

  @Test
  void othersAreServedAndWhatTheyCostIsBounded() throws Exception {
    try (Crowd crowd = new Crowd(COUNT, proxy.port())) {
      for (int i = 0; i < HEAD.length(); i++) {
        String next = HEAD.substring(i, i + 1);
        crowd.send(next);
        other.isServed();
        proxy.time.advance(ALMOST_IDLE);
      }

      awaitHeld(new Held(COUNT + 1, 0, COUNT + 2));
      assertThat(heapForEach(COUNT)).isLessThan(MOST_BYTES_OF_HEAP);

      crowd.send("\r\n");
      assertThat(crowd.heads()).allMatch(head -> head.startsWith("HTTP/1.1 200 OK\r\n"));
    }
  }

  @Test
  void whoStopsIsToldAndLetGo() throws Exception {
    try (Crowd crowd = new Crowd(COUNT, proxy.port())) {
      crowd.send(HEAD);
      awaitHeld(new Held(COUNT + 1, 0, COUNT + 2));
      other.isServed();

      proxy.time.advance(Duration.ofSeconds(60));

      assertThat(crowd.heads())
          .allMatch(head -> head.startsWith("HTTP/1.1 408 Request Timeout\r\n"));
    }
  }
}
