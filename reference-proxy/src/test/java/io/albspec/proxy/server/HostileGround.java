package io.albspec.proxy.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;

/** A balancer with a client that must be served whatever others do; at the end nothing is held. */
@Timeout(60)
abstract class HostileGround {

  /** What a slow client may cost, its own end in the test and its target's counted, too. */
  static final long MOST_BYTES_OF_HEAP = 32 * 1024;

  private static final int BUDGET_SECONDS = 10;

  ProxyUnderTest proxy;
  OtherClient other;
  private long heapBefore;

  @BeforeEach
  void startAndServeTheOther() throws Exception {
    proxy = new ProxyUnderTest();
    other = new OtherClient(proxy);
    other.isServed();
    heapBefore = Heap.used();
  }

  @AfterEach
  void nothingIsLeft() throws Exception {
    other.close();
    assertThat(proxy.heldInTheEnd()).isEqualTo(Held.NOTHING);
    proxy.close();
  }

  /** By how much the heap has grown since the start, for each of so many. */
  long heapForEach(int count) {
    return Math.max(0, Heap.used() - heapBefore) / count;
  }

  /** Waits until the balancer holds this: what it was sent last has been handled. */
  void awaitHeld(Held wanted) throws Exception {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(BUDGET_SECONDS);
    Held held = proxy.held();
    while (!held.equals(wanted) && System.nanoTime() < end) {
      TimeUnit.MILLISECONDS.sleep(1);
      held = proxy.held();
    }
    assertThat(held).isEqualTo(wanted);
  }
}
