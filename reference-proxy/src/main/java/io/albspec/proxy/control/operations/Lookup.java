package io.albspec.proxy.control.operations;

import io.albspec.proxy.control.ApiException;
import io.albspec.proxy.control.BalancerConfig;
import io.albspec.proxy.control.Config;
import io.albspec.proxy.control.ListenerConfig;
import io.albspec.proxy.control.RuleConfig;
import io.albspec.proxy.control.TargetGroupConfig;
import io.albspec.proxy.control.TrustStoreConfig;

/** Finds resources by ARN, or refuses the call. */
final class Lookup {

  private Lookup() {}

  static BalancerConfig balancer(Config config, String arn) throws ApiException {
    return config
        .balancer(ResourceKind.BALANCER.check(arn))
        .orElseThrow(ResourceKind.BALANCER::notFound);
  }

  static TargetGroupConfig targetGroup(Config config, String arn) throws ApiException {
    return config
        .targetGroup(ResourceKind.TARGET_GROUP.check(arn))
        .orElseThrow(ResourceKind.TARGET_GROUP::notFound);
  }

  static TrustStoreConfig trustStore(Config config, String arn) throws ApiException {
    return config
        .trustStore(ResourceKind.TRUST_STORE.check(arn))
        .orElseThrow(ResourceKind.TRUST_STORE::notFound);
  }

  static ListenerPlace listener(Config config, String arn) throws ApiException {
    ResourceKind.LISTENER.check(arn);
    BalancerConfig balancer =
        config
            .balancer(ResourceKind.BALANCER.containing(arn))
            .orElseThrow(ResourceKind.LISTENER::notFound);
    ListenerConfig listener = balancer.listener(arn).orElseThrow(ResourceKind.LISTENER::notFound);
    return new ListenerPlace(balancer, listener);
  }

  static RulePlace rule(Config config, String arn) throws ApiException {
    ResourceKind.RULE.check(arn);
    BalancerConfig balancer =
        config
            .balancer(ResourceKind.BALANCER.containing(arn))
            .orElseThrow(ResourceKind.RULE::notFound);
    ListenerConfig listener =
        balancer
            .listener(ResourceKind.LISTENER.containing(arn))
            .orElseThrow(ResourceKind.RULE::notFound);
    RuleConfig rule = listener.rule(arn).orElseThrow(ResourceKind.RULE::notFound);
    return new RulePlace(new ListenerPlace(balancer, listener), rule);
  }
}
