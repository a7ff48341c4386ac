package io.albspec.proxy.target;

import io.albspec.proxy.control.BalancerConfig;
import io.albspec.proxy.control.Config;
import io.albspec.proxy.control.Node;
import io.albspec.proxy.control.TargetGroupConfig;
import io.albspec.proxy.control.ZoneHealth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetTypeEnum;

/** The target groups at work, by their ARNs. They survive changes of the configuration. */
public final class TargetGroups implements ZoneHealth {

  private final Map<String, LiveTargetGroup> groups = new ConcurrentHashMap<>();
  private volatile Map<String, List<LiveTargetGroup>> used = Map.of();

  /**
   * The group of that ARN. One that is compiled into a plan before it is configured here is empty
   * until the next {@link #update}.
   */
  public LiveTargetGroup group(String arn) {
    return groups.computeIfAbsent(arn, LiveTargetGroup::new);
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
    return gone;
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
