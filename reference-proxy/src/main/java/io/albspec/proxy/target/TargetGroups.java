package io.albspec.proxy.target;

import io.albspec.proxy.anomaly.AnomalyDetector;
import io.albspec.proxy.control.BalancerConfig;
import io.albspec.proxy.control.Config;
import io.albspec.proxy.control.Node;
import io.albspec.proxy.control.TargetGroupConfig;
import io.albspec.proxy.control.ZoneHealth;
import io.albspec.proxy.time.Time;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetTypeEnum;

/** The target groups at work, by their ARNs. They survive changes of the configuration. */
public final class TargetGroups implements ZoneHealth, AutoCloseable {

  private static final Time.Timer NOT_SET = () -> false;

  private final Map<String, LiveTargetGroup> groups = new ConcurrentHashMap<>();
  private volatile Map<String, List<LiveTargetGroup>> used = Map.of();
  private final Time time;
  private Time.Timer nextLook = NOT_SET;
  private boolean closed;

  /**
   * No groups yet.
   *
   * @param time for slow start and anomaly detection
   */
  public TargetGroups(Time time) {
    this.time = time;
  }

  /**
   * The group of that ARN. One that is compiled into a plan before it is configured here is empty
   * until the next {@link #update}.
   */
  public LiveTargetGroup group(String arn) {
    return groups.computeIfAbsent(arn, added -> new LiveTargetGroup(added, time));
  }

  /**
   * Takes over what is configured now; groups that are no longer configured are forgotten.
   *
   * @return the targets that are no longer any
   */
  public Collection<Target> update(Config config) {
    List<Target> gone = new ArrayList<>();
    for (TargetGroupConfig group : config.targetGroups().values()) {
      if (group.resource().targetType() != TargetTypeEnum.LAMBDA) {
        String arn = group.resource().targetGroupArn();
        group(arn).update(group, nodes(config, group), gone);
      }
    }
    groups.values().removeIf(group -> isGone(group, config, gone));
    used = used(config);
    lookLater();
    return gone;
  }

  /**
   * Has a look at the errors of all targets every so often, as long as there is anything to see.
   */
  private synchronized void lookLater() {
    boolean needed = groups.values().stream().anyMatch(LiveTargetGroup::isComparable);
    if (needed && !closed && nextLook.equals(NOT_SET)) {
      nextLook = time.after(AnomalyDetector.PERIOD, this::look);
    }
  }

  private void look() {
    groups.values().forEach(LiveTargetGroup::look);
    synchronized (this) {
      nextLook = NOT_SET;
      lookLater();
    }
  }

  /** Sets no more timers. */
  @Override
  public synchronized void close() {
    closed = true;
    nextLook.cancel();
    groups.values().forEach(group -> group.close(new ArrayList<>()));
  }

  /**
   * A node is healthy if all target groups of the load balancer say so; one that has not been
   * configured here yet is.
   */
  @Override
  public boolean isHealthy(BalancerConfig balancer, Node node) {
    return used.getOrDefault(balancer.arn(), List.of()).stream()
        .allMatch(group -> group.isHealthy(node.zone()));
  }

  /** The groups that each load balancer uses. */
  private Map<String, List<LiveTargetGroup>> used(Config config) {
    Map<String, List<LiveTargetGroup>> byBalancer = new HashMap<>();
    for (TargetGroupConfig group : config.targetGroups().values()) {
      for (String balancer : group.resource().loadBalancerArns()) {
        byBalancer.computeIfAbsent(balancer, arn -> new ArrayList<>()).add(group(group.arn()));
      }
    }
    return byBalancer;
  }

  private static boolean isGone(LiveTargetGroup group, Config config, List<Target> gone) {
    if (config.targetGroup(group.arn()).isPresent()) {
      return false;
    }
    group.close(gone);
    return true;
  }

  /** The nodes of the load balancer that uses the group; none while it is not in use. */
  private static List<Node> nodes(Config config, TargetGroupConfig group) {
    return group.resource().loadBalancerArns().stream()
        .map(config.balancers()::get)
        .filter(Objects::nonNull)
        .map(BalancerConfig::nodes)
        .flatMap(List::stream)
        .toList();
  }
}
