package io.albspec.proxy.control.operations;

import io.albspec.proxy.control.ApiException;
import io.albspec.proxy.control.BalancerConfig;
import io.albspec.proxy.control.ListenerConfig;
import java.util.List;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Listener;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ProtocolEnum;

/** What the HTTPS listeners of a load balancer must have in common. */
final class SecureListeners {

  private SecureListeners() {}

  /** Refuses policies that cannot be mixed, and too many listeners that verify certificates. */
  static void check(BalancerConfig balancer, Quotas quotas) throws ApiException {
    List<Listener> secure =
        balancer.listeners().stream()
            .map(ListenerConfig::resource)
            .filter(listener -> listener.protocol() == ProtocolEnum.HTTPS)
            .toList();
    long fips = secure.stream().filter(listener -> isFips(listener.sslPolicy())).count();
    if (fips != 0 && fips != secure.size()) {
      throw ApiException.configuration(
          "FIPS and non-FIPS security policies cannot be mixed on the listeners of a load balancer");
    }
    quotas.check(
        Quota.VERIFYING_LISTENERS,
        secure.stream()
            .filter(listener -> listener.mutualAuthentication().mode().equals(MutualTls.VERIFY))
            .count());
  }

  private static boolean isFips(String policy) {
    return policy.contains("-FIPS-");
  }
}
