package io.albspec.load.bench.micro;

import io.albspec.proxy.control.TargetConfig;
import io.albspec.proxy.exchange.Exchange;
import io.albspec.proxy.target.LiveTargetGroup;
import io.albspec.proxy.target.NodeTargets;
import io.albspec.proxy.target.Target;
import io.albspec.proxy.target.TargetGroups;
import io.albspec.proxy.target.TargetState;
import io.albspec.proxy.time.Time;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** Choosing a target among many, and the count of its requests in progress going up and down. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class TargetChoiceBenchmark {

  private static final String SLOW_START = "slow_start";

  /** While it is measured the share of those in slow start grows from a sixth to almost a half. */
  private static final int TIME_SCALE = 50;

  /** How many targets may be chosen. */
  @Param({"10", "1000"})
  public int targets;

  /** The algorithm by its name in the guide, or round robin with half of them in slow start. */
  @Param({"round_robin", SLOW_START, "least_outstanding_requests", "weighted_random"})
  public String algorithm;

  private final Exchange exchange = new Exchange();
  private final Time time = Time.scaled(TIME_SCALE);
  private final TargetGroups groups = new TargetGroups(time);
  private LiveTargetGroup group;

  /** A group whose targets are all healthy, the second half since just now. */
  @Setup
  public void prepare() {
    group = groups.group(SingleNode.GROUP);
    register(targets / 2);
    register(targets);
    exchange.begin(SingleNode.connection(), SingleNode.settings(), null, Instant.EPOCH, 0);
    for (int i = 0; i < targets / 2; i++) {
      group.choose(exchange).requestBegan();
    }
  }

  private void register(int count) {
    boolean slow = algorithm.equals(SLOW_START);
    List<TargetConfig> registered = SingleNode.targets(count);
    groups.update(
        SingleNode.config(
            Map.of(
                "load_balancing.algorithm.type",
                slow ? "round_robin" : algorithm,
                "slow_start.duration_seconds",
                slow ? "900" : "0"),
            registered));
    NodeTargets node = group.nodes().get(0);
    registered.forEach(target -> node.state(node.target(target), TargetState.HEALTHY));
  }

  /** Sets no more timers. */
  @TearDown
  public void close() {
    groups.close();
    time.close();
  }

  /** What a request costs a group. */
  @Benchmark
  public Target chooseBeginEnd() {
    Target target = group.choose(exchange);
    target.requestBegan();
    target.requestEnded();
    return target;
  }
}
