package io.albspec.proxy.control.operations;

import io.albspec.proxy.control.ApiException;
import io.albspec.proxy.control.BalancerConfig;
import io.albspec.proxy.control.Config;
import io.albspec.proxy.control.ListenerConfig;
import io.albspec.proxy.control.RuleConfig;
import io.albspec.proxy.control.TargetConfig;
import io.albspec.proxy.control.TargetGroupConfig;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.IpAddressType;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ProtocolEnum;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroupIpAddressTypeEnum;

/** Which target groups are used by which load balancer, through the actions of its rules. */
record Associations(Quotas quotas) {

  /**
   * The configuration with every target group knowing the load balancer that uses it.
   *
   * @throws ApiException if a target group would have two, or a load balancer too many groups or
   *     targets, or sticky sessions no use
   */
  Config settle(Config config) throws ApiException {
    GroupStickiness.check(config);
    Map<String, String> users = new HashMap<>();
    for (BalancerConfig balancer : config.balancers().values()) {
      Set<String> groups = new LinkedHashSet<>();
      for (ListenerConfig listener : balancer.listeners()) {
        Set<String> reached = groups(listener);
        versions(config, listener, reached);
        groups.addAll(reached);
      }
      addressTypes(config, balancer, groups);
      for (String group : groups) {
        String other = users.putIfAbsent(group, balancer.arn());
        if (other != null) {
          throw twice(group);
        }
      }
      quotas.check(Quota.GROUPS_PER_BALANCER, groups.size());
      targets(config, groups);
    }
    Config settled = config;
    for (TargetGroupConfig group : config.targetGroups().values()) {
      String user = users.get(group.arn());
      List<String> arns = user == null ? List.of() : List.of(user);
      if (!group.resource().loadBalancerArns().equals(arns)) {
        settled =
            settled.with(group.withResource(group.resource().copy(g -> g.loadBalancerArns(arns))));
      }
    }
    return settled;
  }

  /** HTTP/2 and gRPC reach targets from HTTPS listeners only (guide, "Protocol version"). */
  private static void versions(Config config, ListenerConfig listener, Set<String> groups)
      throws ApiException {
    if (listener.resource().protocol() != ProtocolEnum.HTTP) {
      return;
    }
    for (String arn : groups) {
      Optional<String> version = config.targetGroups().get(arn).newerVersion();
      if (version.isPresent()) {
        throw ApiException.configuration(
            "Listener protocol 'HTTP' is not supported with a target group with the protocol-version '%s'"
                .formatted(version.get()));
      }
    }
  }

  /** IPv6 reaches targets from dualstack load balancers only (guide, "IP address type"). */
  static void addressTypes(Config config, BalancerConfig balancer, Set<String> groups)
      throws ApiException {
    if (balancer.resource().ipAddressType() != IpAddressType.IPV4) {
      return;
    }
    for (String arn : groups) {
      TargetGroupConfig group = config.targetGroups().get(arn);
      if (group.resource().ipAddressType() == TargetGroupIpAddressTypeEnum.IPV6) {
        throw ApiException.configuration(
            "The target group '%s' with the IP address type 'ipv6' can only be used with a dualstack load balancer, not with '%s'"
                .formatted(arn, balancer.arn()));
      }
    }
  }

  /** The target groups that the rules of a load balancer forward to. */
  static Set<String> groups(BalancerConfig balancer) {
    Set<String> arns = new LinkedHashSet<>();
    balancer.listeners().forEach(listener -> arns.addAll(groups(listener)));
    return arns;
  }

  private static Set<String> groups(ListenerConfig listener) {
    Set<String> arns = new LinkedHashSet<>();
    for (RuleConfig rule : listener.rules()) {
      arns.addAll(rule.targetGroups());
    }
    return arns;
  }

  /** Refuses more targets than a load balancer may have in these groups together. */
  void targets(Config config, Collection<String> groups) throws ApiException {
    Map<String, Integer> registrations = new HashMap<>();
    int count = 0;
    for (String arn : groups) {
      for (TargetConfig target : config.targetGroups().get(arn).targets()) {
        if (!target.draining()) {
          count++;
          registrations.merge(target.resource().id(), 1, Integer::sum);
        }
      }
    }
    quotas.check(Quota.TARGETS_PER_BALANCER, count);
    for (int times : registrations.values()) {
      quotas.check(Quota.REGISTRATIONS_PER_TARGET, times);
    }
  }

  private static ApiException twice(String group) {
    return new ApiException(
        "TargetGroupAssociationLimit",
        "The following target groups cannot be associated with more than one load balancer: "
            + group);
  }
}
