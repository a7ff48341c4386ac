package io.albspec.proxy.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EntryRingTest {

  private static final int LARGE = 5000;

  private final Destination destination =
      new Destination(
          new LogPlace(LogKind.ACCESS, "bucket", "", "", "", "app/a/b"), new Losses("app/a/b"));

  @Test
  void entriesComeOutInTheirOrderAndPlacesAreUsedAgain() {
    EntryRing ring = new EntryRing(4, 0);

    for (int i = 0; i < 10; i++) {
      assertThat(publish(ring, i)).isTrue();
      LogEntry entry = ring.poll();
      assertThat(entry.intervalEnd).isEqualTo(i);
      ring.free(entry);
    }

    assertThat(ring.poll()).isNull();
  }

  @Test
  void aFullRingTakesNoMore() {
    EntryRing ring = new EntryRing(4, 0);
    for (int i = 0; i < 4; i++) {
      publish(ring, i);
    }

    assertThat(ring.claim()).isNull();
    ring.free(ring.poll());
    assertThat(ring.claim()).isNotNull();
  }

  @Test
  void anEntryThatIsNotPublishedYetHoldsBackTheOnesBehind() {
    EntryRing ring = new EntryRing(4, 0);
    LogEntry first = ring.claim();
    publish(ring, 2);

    assertThat(ring.poll()).isNull();
    ring.publish(first);
    assertThat(ring.poll()).isSameAs(first);
  }

  @Test
  void largeEntriesAreHeldUpToALimit() {
    EntryRing ring = new EntryRing(8, 3 * LARGE);

    assertThat(publishLarge(ring)).isTrue();
    assertThat(publishLarge(ring)).isTrue();
    assertThat(publishLarge(ring)).as("the third").isTrue();
    assertThat(publishLarge(ring)).as("the fourth").isFalse();

    ring.free(ring.poll());
    assertThat(publishLarge(ring)).as("when one is free again").isTrue();
  }

  @Test
  void aLargeEntryLeavesNoMemoryBehind() {
    EntryRing ring = new EntryRing(1, LARGE);
    publishLarge(ring);
    LogEntry entry = ring.poll();

    ring.free(entry);

    assertThat(entry.buffer().capacity()).isZero();
  }

  private boolean publish(EntryRing ring, long intervalEnd) {
    LogEntry entry = ring.claim();
    entry.buffer().clear();
    entry.intervalEnd = intervalEnd;
    entry.destination = destination;
    return ring.publish(entry);
  }

  private boolean publishLarge(EntryRing ring) {
    LogEntry entry = ring.claim();
    entry.buffer().clear();
    entry.buffer().put("a".repeat(LARGE));
    entry.destination = destination;
    return ring.publish(entry);
  }
}
