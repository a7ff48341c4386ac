package io.albspec.proxy.anomaly;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class OutcomesTest {

  @Test
  void nothingIsLostBetweenThreadsThatCountAndOneThatTakes() throws InterruptedException {
    Outcomes outcomes = new Outcomes();
    ExecutorService threads = Executors.newFixedThreadPool(3);
    ErrorCount sum = ErrorCount.NONE;

    for (int thread = 0; thread < 3; thread++) {
      threads.execute(
          () -> {
            for (int i = 0; i < 100_000; i++) {
              outcomes.success();
              outcomes.error();
            }
          });
    }
    threads.shutdown();
    while (!threads.awaitTermination(1, TimeUnit.MILLISECONDS)) {
      sum = sum.plus(outcomes.take());
    }
    sum = sum.plus(outcomes.take());

    assertThat(sum).isEqualTo(new ErrorCount(600_000, 300_000));
  }
}
