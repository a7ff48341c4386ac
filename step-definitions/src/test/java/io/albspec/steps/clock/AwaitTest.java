package io.albspec.steps.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class AwaitTest {

  private static final Budget BUDGET =
      new Budget("something", "as an example", Duration.ofMillis(30), Duration.ofSeconds(60));

  private final ManualClock clock = new ManualClock(Instant.EPOCH);
  private final AtomicReference<Duration> declared = new AtomicReference<>(Duration.ZERO);
  private final Await await =
      new Await(clock, real -> declared.updateAndGet(before -> before.plus(real)));

  @Test
  void whatIsSoAlreadyTakesNoTime() {
    boolean happened = await.happens(BUDGET, () -> true);

    assertThat(happened).isTrue();
    assertThat(clock.now()).isEqualTo(Instant.EPOCH);
  }

  @Test
  void whatHappensInRealTimeTakesNoGuideTime() {
    AtomicInteger looks = new AtomicInteger();

    boolean happened = await.happens(BUDGET, () -> looks.incrementAndGet() > 3);

    assertThat(happened).isTrue();
    assertThat(clock.now()).isEqualTo(Instant.EPOCH);
  }

  @Test
  void whatATimerSetsOffHappensAtItsTime() {
    AtomicBoolean fired = new AtomicBoolean();
    clock.after(Duration.ofSeconds(40), () -> fired.set(true));

    boolean happened = await.happens(BUDGET, fired::get);

    assertThat(happened).isTrue();
    assertThat(clock.now()).isEqualTo(Instant.EPOCH.plusSeconds(40));
  }

  @Test
  void whatNeverHappensSpendsTheBudget() {
    boolean happened = await.happens(BUDGET, () -> false);

    assertThat(happened).isFalse();
    assertThat(clock.now()).isEqualTo(Instant.EPOCH.plusSeconds(60));
  }

  @Test
  void whatStopsBeingSoIsSeen() {
    AtomicInteger looks = new AtomicInteger();

    assertThat(await.stays(Budgets.QUIET, () -> looks.incrementAndGet() < 3)).isFalse();
    assertThat(await.stays(Budgets.QUIET, () -> true)).isTrue();
  }

  @Test
  void aWaitIsDeclaredBeforeItBegins() {
    Await onWall = new Await(new WallClock(10), declared::set);

    onWall.happens(BUDGET, () -> true);

    assertThat(declared.get()).isEqualTo(Duration.ofMillis(6030));
  }
}
