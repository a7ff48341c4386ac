package io.albspec.proxy.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Clients that ask for much and read little of it. */
class SlowReadersTest extends HostileGround {

  private static final int MEGABYTE = 1_000_000;
  private static final int COUNT = 40;
  private static final long LARGE = 10L * MEGABYTE;
  private static final long HUGE = 100L * MEGABYTE;

  /** What the kernel may hold on both sides of the balancer. */
  private static final long MOST_IN_KERNEL = 40L * MEGABYTE;

  private static final long QUIET_MILLIS = 300;
  private static final Duration HALF_OF_IDLE_TIMEOUT = Duration.ofSeconds(30);

  private static String get(long bytes) {
    return "GET " + ServingTarget.LARGE + bytes + " HTTP/1.1\r\nHost: h\r\n\r\n";
  }

  /** Waits until the target gets rid of nothing any more. */
  private void awaitStandstill() throws InterruptedException {
    long before = -1;
    while (proxy.serving().sent() != before) {
      before = proxy.serving().sent();
      TimeUnit.MILLISECONDS.sleep(QUIET_MILLIS);
    }
  }

  @Test
  void aResponseThatIsNotReadIsNotTakenFromTheTarget() throws Exception {
    try (Crowd crowd = new Crowd(1, proxy.port())) {
      crowd.send(get(HUGE));
      awaitStandstill();

      assertThat(proxy.serving().sent()).isLessThan(MOST_IN_KERNEL);
      assertThat(proxy.held().buffers()).isLessThanOrEqualTo(2);
      assertThat(heapForEach(1)).isLessThan(MEGABYTE);
      other.isServed();

      crowd.heads();
      assertThat(crowd.read(HUGE)).containsOnly(HUGE);
    }
  }

  @Test
  void othersAreServedAndWhatTheyCostIsBounded() throws Exception {
    try (Crowd crowd = new Crowd(COUNT, proxy.port())) {
      crowd.send(get(LARGE));
      awaitStandstill();

      assertThat(proxy.held().buffers()).isLessThanOrEqualTo(2 * COUNT);
      assertThat(heapForEach(COUNT)).isLessThan(MOST_BYTES_OF_HEAP);
      for (int i = 0; i < 10; i++) {
        crowd.read(100);
        other.isServed();
      }

      crowd.read(LARGE / 2);
      other.isServed();
    }
  }

  @Test
  void whoReadsNothingIsCutOff() throws Exception {
    try (Crowd crowd = new Crowd(COUNT, proxy.port())) {
      crowd.send(get(LARGE));
      awaitStandstill();

      proxy.time.advance(HALF_OF_IDLE_TIMEOUT);
      other.isServed();
      proxy.time.advance(HALF_OF_IDLE_TIMEOUT);

      awaitHeld(new Held(1, 0, 2));
      other.isServed();
      assertThat(crowd.readToTheEnd()).allMatch(bytes -> bytes < LARGE);
    }
  }
}
