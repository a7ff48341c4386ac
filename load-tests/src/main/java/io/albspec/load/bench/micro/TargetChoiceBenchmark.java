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
import io.albspec.proxy.target.Target;
import io.albspec.proxy.target.TargetGroups;
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

  /** How many targets may be chosen. */
  @Param({"10", "1000"})
  public int targets;

  /** The algorithm by its name in the guide. */
  @Param({"round_robin", "least_outstanding_requests", "weighted_random"})
  public String algorithm;

  private final Exchange exchange = new Exchange();
  private LiveTargetGroup group;

  /** A group whose targets all may get requests, as nothing is known of their health. */
  @Setup
  public void prepare() {
    TargetGroups groups = new TargetGroups();
    groups.update(new Config(1, Map.of(BALANCER, balancer()), Map.of(GROUP, config())));
    group = groups.group(GROUP);
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
            false),
        null,
        Instant.EPOCH,
        0);
    for (int i = 0; i < targets / 2; i++) {
      group.choose(exchange).requestBegan();
    }
  }

  private static BalancerConfig balancer() {
    return new BalancerConfig(
        LoadBalancer.builder().loadBalancerArn(BALANCER).build(),
        Map.of(),
        Map.of(),
        List.of(new Node(ZONE, "subnet-a", InetAddress.getLoopbackAddress())),
        List.of());
  }

  private TargetGroupConfig config() {
    return new TargetGroupConfig(
        TargetGroup.builder().targetGroupArn(GROUP).loadBalancerArns(BALANCER).build(),
        Map.of("load_balancing.algorithm.type", algorithm),
        Map.of(),
        IntStream.rangeClosed(1, targets).mapToObj(TargetChoiceBenchmark::target).toList());
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
