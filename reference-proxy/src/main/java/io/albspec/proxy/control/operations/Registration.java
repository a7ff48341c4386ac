package io.albspec.proxy.control.operations;

import io.albspec.proxy.control.ApiException;
import io.albspec.proxy.control.Config;
import io.albspec.proxy.control.TargetConfig;
import io.albspec.proxy.control.TargetGroupConfig;
import io.albspec.proxy.control.operations.Configuration.Changed;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.RegisterTargetsRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.RegisterTargetsResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetDescription;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetTypeEnum;

/** RegisterTargets. */
final class Registration {

  private final Configuration configuration;
  private final TargetAddress addresses;

  Registration(Configuration configuration, TargetAddress addresses) {
    this.configuration = configuration;
    this.addresses = addresses;
  }

  RegisterTargetsResponse register(RegisterTargetsRequest request) throws ApiException {
    if (request.targets().isEmpty()) {
      throw ApiException.validation("At least one target must be specified");
    }
    return configuration.change(
        config -> new Changed<>(next(config, request), RegisterTargetsResponse.builder().build()));
  }

  private Config next(Config config, RegisterTargetsRequest request) throws ApiException {
    TargetGroupConfig group = Lookup.targetGroup(config, request.targetGroupArn());
    Map<TargetKey, TargetConfig> targets = new LinkedHashMap<>();
    group.targets().forEach(target -> targets.put(TargetKey.of(target), target));
    Set<InetAddress> nodes = config.nodeAddresses();
    for (TargetDescription asked : request.targets()) {
      TargetKey key = TargetKey.of(group, asked);
      TargetConfig target = addresses.target(group, asked.copy(t -> t.port(key.port())));
      check(group, target, targets.get(key), nodes);
      targets.put(key, target);
    }
    configuration
        .quotas()
        .check(
            Quota.TARGETS_PER_GROUP,
            targets.values().stream().filter(target -> !target.draining()).count());
    Config next = config.with(group.withTargets(new ArrayList<>(targets.values())));
    for (String balancer : group.resource().loadBalancerArns()) {
      configuration
          .associations()
          .targets(next, Associations.groups(next.balancers().get(balancer)));
    }
    return next;
  }

  private static void check(
      TargetGroupConfig group, TargetConfig target, TargetConfig there, Set<InetAddress> nodes)
      throws ApiException {
    if (group.resource().targetType() != TargetTypeEnum.IP) {
      return;
    }
    if (there != null && there.draining()) {
      throw new ApiException(
          "InvalidTarget",
          "The IP address '%s' cannot be registered again before its deregistration delay has elapsed"
              .formatted(target.resource().id()));
    }
    if (nodes.contains(target.address().getAddress())) {
      throw new ApiException(
          "InvalidTarget",
          "The IP address '%s' cannot be used as a target, as it is in use by a load balancer"
              .formatted(target.resource().id()));
    }
  }
}
