package io.albspec.proxy.control.operations;

import io.albspec.proxy.control.ApiException;
import io.albspec.proxy.control.BalancerConfig;
import io.albspec.proxy.control.Config;
import java.util.List;
import java.util.Set;

/**
 * The load balancers whose traffic can be shifted: those with cross-zone load balancing turned off
 * in all their target groups (guide, "Zonal shift").
 */
final class ManagedResources {

  private static final String CROSS_ZONE = "load_balancing.cross_zone.enabled";

  private ManagedResources() {}

  static List<BalancerConfig> all(Config config) {
    return config.balancers().values().stream().filter(each -> isManaged(config, each)).toList();
  }

  /**
   * The one of an ARN.
   *
   * @throws ApiException if there is none, or its traffic cannot be shifted
   */
  static BalancerConfig find(Config config, String arn) throws ApiException {
    BalancerConfig balancer = config.balancer(arn).orElseThrow(() -> ShiftRefusal.noResource(arn));
    if (!isManaged(config, balancer)) {
      throw ShiftRefusal.crossZone(arn);
    }
    return balancer;
  }

  /** Cross-zone load balancing is on in a load balancer, and off only where a group says so. */
  private static boolean isManaged(Config config, BalancerConfig balancer) {
    Set<String> groups = Associations.groups(balancer);
    return !groups.isEmpty()
        && groups.stream()
            .map(config.targetGroups()::get)
            .allMatch(group -> "false".equals(group.attributes().get(CROSS_ZONE)));
  }
}
