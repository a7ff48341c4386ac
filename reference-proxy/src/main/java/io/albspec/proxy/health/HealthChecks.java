package io.albspec.proxy.health;

import io.albspec.proxy.backend.http2.Workbench;
import io.albspec.proxy.control.Config;
import io.albspec.proxy.control.TargetConfig;
import io.albspec.proxy.control.TargetGroupConfig;
import io.albspec.proxy.policy.SecurityPolicies;
import io.albspec.proxy.target.NodeTargets;
import io.albspec.proxy.target.Target;
import io.albspec.proxy.target.TargetGroups;
import io.albspec.proxy.tls.TargetTls;
import io.albspec.proxy.worker.Worker;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetHealth;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetHealthReasonEnum;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetHealthStateEnum;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetTypeEnum;

/**
 * Checks the health of every target that may get requests, from each node that may send them
 * (guide: "Health checks for your target groups"), and tells the target groups. All checks share
 * one worker and never block.
 */
public final class HealthChecks implements AutoCloseable {

  /** The fractional part of the golden ratio: its multiples spread evenly over 0 to 1. */
  private static final double GOLDEN = 0.618033988749895;

  private static final TargetHealth DISABLED =
      TargetHealth.builder()
          .state(TargetHealthStateEnum.UNAVAILABLE)
          .reason(TargetHealthReasonEnum.TARGET_HEALTH_CHECK_DISABLED)
          .description("Health checks are disabled")
          .build();

  private static final TargetHealth OUT_OF_ZONE =
      TargetHealth.builder()
          .state(TargetHealthStateEnum.UNUSED)
          .reason(TargetHealthReasonEnum.TARGET_NOT_IN_USE)
          .description(
              "Target is in an Availability Zone that is not enabled for the load balancer")
          .build();

  private final TargetGroups groups;
  private final Worker worker;
  private final CheckMeans means;
  private final Map<Target, TargetMonitor> monitors = new ConcurrentHashMap<>();
  private long started;

  /**
   * Checks nothing yet.
   *
   * @param groups are told what the checks say
   * @param worker does the checks; it is not closed with this
   */
  public HealthChecks(TargetGroups groups, Worker worker) {
    this.groups = groups;
    this.worker = worker;
    this.means = new CheckMeans(worker, new TargetTls(worker), new Workbench());
  }

  /**
   * Takes over what is configured now, after the target groups have: new targets are checked at
   * once, changed settings hold from the next check on.
   */
  public synchronized void update(Config config) {
    Set<Target> checked = new HashSet<>();
    for (TargetGroupConfig group : config.targetGroups().values()) {
      if (isChecked(group)) {
        update(group, hasTls13(config, group), checked);
      }
    }
    monitors.keySet().stream().filter(target -> !checked.contains(target)).forEach(this::stop);
  }

  private static boolean isChecked(TargetGroupConfig group) {
    return group.resource().targetType() != TargetTypeEnum.LAMBDA
        && !group.resource().loadBalancerArns().isEmpty()
        && !isDisabled(group);
  }

  private static boolean isDisabled(TargetGroupConfig group) {
    return Boolean.FALSE.equals(group.resource().healthCheckEnabled());
  }

  private static boolean hasTls13(Config config, TargetGroupConfig group) {
    return group.resource().loadBalancerArns().stream()
        .map(config.balancers()::get)
        .filter(Objects::nonNull)
        .flatMap(balancer -> balancer.listeners().stream())
        .anyMatch(listener -> SecurityPolicies.hasTls13(listener.resource().sslPolicy()));
  }

  private void update(TargetGroupConfig config, boolean tls13, Set<Target> checked) {
    HealthCheckSettings settings = HealthCheckSettings.of(config.resource(), tls13);
    for (NodeTargets node : groups.group(config.resource().targetGroupArn()).nodes()) {
      for (Target target : node.serving()) {
        checked.add(target);
        TargetMonitor known = monitors.get(target);
        if (known != null) {
          known.settings(settings);
        } else {
          start(new TargetMonitor(node, target, settings, means), target);
        }
      }
    }
  }

  private void start(TargetMonitor monitor, Target target) {
    monitors.put(target, monitor);
    monitor.start(started++ * GOLDEN % 1);
  }

  private void stop(Target target) {
    monitors.remove(target).stop();
  }

  /** The health of a registered, not draining target of a group that is in use. */
  public TargetHealth health(TargetGroupConfig group, TargetConfig target) {
    if (isDisabled(group)) {
      return DISABLED;
    }
    List<Target> seen =
        groups.group(group.resource().targetGroupArn()).nodes().stream()
            .map(node -> node.target(target))
            .filter(Objects::nonNull)
            .toList();
    if (seen.isEmpty()) {
      return HealthStatus.REGISTERING.shown();
    }
    List<Observation> observations =
        seen.stream()
            .map(monitors::get)
            .filter(Objects::nonNull)
            .map(TargetMonitor::observation)
            .toList();
    Duration interval = Duration.ofSeconds(group.resource().healthCheckIntervalSeconds());
    return observations.isEmpty()
        ? OUT_OF_ZONE
        : Observation.agreed(observations, interval, worker.time().nanos()).shown();
  }

  /** Checks no more. */
  @Override
  public synchronized void close() {
    monitors.keySet().forEach(this::stop);
  }
}
