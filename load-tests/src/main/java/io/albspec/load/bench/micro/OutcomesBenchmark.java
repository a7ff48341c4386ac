package io.albspec.load.bench.micro;

import io.albspec.proxy.anomaly.Outcomes;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;

/** Counting how a request has ended, for anomaly detection. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class OutcomesBenchmark {

  private final Outcomes outcomes = new Outcomes();

  /** By one thread. */
  @Benchmark
  public void count() {
    outcomes.error();
  }

  /** By two threads that both have requests with the same target all the time. */
  @Benchmark
  @Threads(2)
  public void countTogether() {
    outcomes.error();
  }
}
