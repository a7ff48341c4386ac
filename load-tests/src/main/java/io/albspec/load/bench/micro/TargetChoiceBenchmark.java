package io.albspec.load.bench.micro;

import io.albspec.proxy.control.BalancerConfig;
import io.albspec.proxy.control.Config;
import io.albspec.proxy.control.Node;
import io.albspec.proxy.control.TargetConfig;
import io.albspec.proxy.control.TargetGroupConfig;
import io.albspec.proxy.exchange.ConnectionInfo;
import io.albspec.proxy.exchange.Exchange;
import io.albspec.proxy.exchange.Settings;
import io.albspec.proxy.target.LiveTargetGroup;
import io.albspec.proxy.target.NodeTargets;
import io.albspec.proxy.target.Target;
import io.albspec.proxy.target.TargetGroups;
import io.albspec.proxy.target.TargetState;
import io.albspec.proxy.time.Time;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
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
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancer;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetDescription;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroup;

/** Choosing a target among many, and the count of its requests in progress going up and down. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class TargetChoiceBenchmark {

  private static final String GROUP = "arn:group";
  private static final String BALANCER = "arn:balancer";
  private static final String ZONE = "us-east-2a";
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
    group = groups.group(GROUP);
    register(targets / 2);
    register(targets);
    exchange.begin(
        new ConnectionInfo(
            new InetSocketAddress("192.0.2.1", 4000),
            new InetSocketAddress("192.0.2.2", 80),
            new String(ZONE.toCharArray()),
            1),
        new Settings(
            Duration.ofSeconds(60),
            Duration.ofSeconds(3600),
            Settings.ForwardedFor.APPEND,
            false,
            false,
            false,
            false,
            false),
        null,
        Instant.EPOCH,
        0);
    for (int i = 0; i < targets / 2; i++) {
      group.choose(exchange).requestBegan();
    }
  }

  private void register(int count) {
    List<TargetConfig> registered =
        IntStream.rangeClosed(1, count).mapToObj(TargetChoiceBenchmark::target).toList();
    groups.update(new Config(1, Map.of(BALANCER, balancer()), Map.of(GROUP, config(registered))));
    NodeTargets node = group.nodes().get(0);
    registered.forEach(target -> node.state(node.target(target), TargetState.HEALTHY));
  }

  /** Sets no more timers. */
  @TearDown
  public void close() {
    groups.close();
    time.close();
  }

  private static BalancerConfig balancer() {
    return new BalancerConfig(
        LoadBalancer.builder().loadBalancerArn(BALANCER).build(),
        Map.of(),
        Map.of(),
        List.of(new Node(ZONE, "subnet-a", InetAddress.getLoopbackAddress())),
        List.of());
  }

  private TargetGroupConfig config(List<TargetConfig> registered) {
    boolean slow = algorithm.equals(SLOW_START);
    return new TargetGroupConfig(
        TargetGroup.builder().targetGroupArn(GROUP).loadBalancerArns(BALANCER).build(),
        Map.of(
            "load_balancing.algorithm.type",
            slow ? "round_robin" : algorithm,
            "slow_start.duration_seconds",
            slow ? "900" : "0"),
        Map.of(),
        registered);
  }

  private static TargetConfig target(int port) {
    return new TargetConfig(
        TargetDescription.builder().id("127.0.0.1").port(port).build(),
        new InetSocketAddress(InetAddress.getLoopbackAddress(), port),
        ZONE,
        false);
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
