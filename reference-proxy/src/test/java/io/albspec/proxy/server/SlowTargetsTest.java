package io.albspec.proxy.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Targets that never answer, or one byte at a time. */
class SlowTargetsTest extends HostileGround {

  private static final int COUNT = 200;

  /** A connection on either side for each of them; one is that which the other client's left. */
  private static final Held ALL_WAIT = new Held(COUNT + 1, 0, COUNT + 1 + COUNT);

  private static final String NEVER = "GET " + ServingTarget.NEVER + " HTTP/1.1\r\nHost: h\r\n\r\n";
  private static final String GET = "GET / HTTP/1.1\r\nHost: h\r\n\r\n";
  private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";
  private static final Duration ALMOST_IDLE = Duration.ofSeconds(50);

  @Test
  void whoWaitsInVainIsToldWhileOthersAreServed() throws Exception {
    try (Crowd crowd = new Crowd(COUNT, proxy.port())) {
      crowd.send(NEVER);
      awaitHeld(ALL_WAIT);
      other.isServed();
      assertThat(heapForEach(COUNT)).isLessThan(MOST_BYTES_OF_HEAP);

      proxy.time.advance(Duration.ofSeconds(60));

      assertThat(crowd.heads())
          .allMatch(head -> head.startsWith("HTTP/1.1 504 Gateway Time-out\r\n"));
    }
  }

  @Test
  void slowResponsesArriveWhileOthersAreServed() throws Exception {
    List<Wire> targets = new ArrayList<>();
    try (Crowd crowd = new Crowd(COUNT, proxy.port())) {
      crowd.send(GET);
      for (int i = 0; i < COUNT; i++) {
        targets.add(proxy.acceptedByTarget());
      }
      for (int i = 0; i < OK.length(); i++) {
        String next = OK.substring(i, i + 1);
        for (Wire target : targets) {
          target.send(next);
        }
        other.isServed();
        proxy.time.advance(ALMOST_IDLE);
      }

      assertThat(crowd.heads()).allMatch(head -> head.startsWith("HTTP/1.1 200 OK\r\n"));
      assertThat(crowd.read(2)).containsOnly(2L);
    } finally {
      for (Wire target : targets) {
        target.close();
      }
    }
  }
}
