package io.albspec.steps.clock;

import static org.assertj.core.api.Assertions.assertThat;

import io.albspec.proxy.time.Time;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ManualClockTest {

  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  private final ManualClock clock = new ManualClock(START);

  @Test
  void timersRunAtTheirOwnTimes() {
    List<Duration> fired = new ArrayList<>();
    clock.after(Duration.ofSeconds(5), () -> fired.add(Duration.between(START, clock.now())));
    clock.after(Duration.ofSeconds(2), () -> fired.add(Duration.between(START, clock.now())));

    clock.pass(Duration.ofSeconds(6));

    assertThat(fired).containsExactly(Duration.ofSeconds(2), Duration.ofSeconds(5));
    assertThat(clock.now()).isEqualTo(START.plusSeconds(6));
  }

  @Test
  void aTimerThatIsStoppedInRealTimeDoesNotFire() throws InterruptedException {
    AtomicBoolean timedOut = new AtomicBoolean();
    Time.Timer timeout = clock.time().after(Duration.ofSeconds(2), () -> timedOut.set(true));
    AtomicLong moved = new AtomicLong();
    clock.watch(moved::get);
    Thread answer = new Thread(() -> answerSlowly(moved, timeout));
    answer.start();

    clock.pass(Duration.ofSeconds(3));
    answer.join();

    assertThat(timedOut).isFalse();
  }

  private static void answerSlowly(AtomicLong moved, Time.Timer timeout) {
    for (int part = 0; part < 20; part++) {
      Pause.of(Duration.ofMillis(5));
      moved.incrementAndGet();
    }
    timeout.cancel();
  }

  @Test
  void aStepGoesNoFurtherThanTheNextTimer() {
    clock.after(Duration.ofSeconds(2), () -> {});

    clock.step(START.plusSeconds(10));

    assertThat(clock.now()).isEqualTo(START.plusSeconds(2));
  }

  @Test
  void aTimerSetByATimerRunsToo() {
    List<Integer> beats = new ArrayList<>();
    beat(beats);

    clock.pass(Duration.ofSeconds(3));

    assertThat(beats).hasSize(3);
  }

  private void beat(List<Integer> beats) {
    clock.after(
        Duration.ofSeconds(1),
        () -> {
          beats.add(beats.size());
          beat(beats);
        });
  }
}
