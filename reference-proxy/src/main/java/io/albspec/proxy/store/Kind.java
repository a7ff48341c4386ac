package io.albspec.proxy.store;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.albspec.proxy.control.BalancerConfig;
import io.albspec.proxy.control.ListenerConfig;
import io.albspec.proxy.control.RuleConfig;
import io.albspec.proxy.control.TargetConfig;
import io.albspec.proxy.control.TargetGroupConfig;
import io.albspec.proxy.control.TrustStoreConfig;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A kind of resource that has records of its own.
 *
 * @param name the first word of the keys of its records
 * @param ordered whether the order of the resources has to be kept with them
 * @param id tells those that hang on one resource apart
 * @param json the resource without what hangs on it
 * @param branch what hangs on it
 */
record Kind<T>(
    String name,
    boolean ordered,
    Function<T, String> id,
    Function<T, ObjectNode> json,
    Optional<Branch<T, ?>> branch) {

  /** Their order is that of their priorities. */
  static final Kind<RuleConfig> RULE =
      new Kind<>("rule", false, RuleConfig::arn, ConfigJson::rule, Optional.empty());

  static final Kind<ListenerConfig> LISTENER =
      new Kind<>(
          "listener",
          true,
          ListenerConfig::arn,
          ConfigJson::listener,
          Optional.of(new Branch<>(RULE, ListenerConfig::rules)));

  static final Kind<TargetConfig> TARGET =
      new Kind<>("target", true, Kind::idOf, ConfigJson::target, Optional.empty());

  static final Kind<BalancerConfig> BALANCER =
      new Kind<>(
          "balancer",
          true,
          BalancerConfig::arn,
          ConfigJson::balancer,
          Optional.of(new Branch<>(LISTENER, BalancerConfig::listeners)));

  static final Kind<TargetGroupConfig> GROUP =
      new Kind<>(
          "group",
          true,
          TargetGroupConfig::arn,
          ConfigJson::group,
          Optional.of(new Branch<>(TARGET, TargetGroupConfig::targets)));

  static final Kind<TrustStoreConfig> TRUST_STORE =
      new Kind<>(
          "trust-store", true, TrustStoreConfig::arn, ConfigJson::trustStore, Optional.empty());

  /**
   * What hangs on a resource.
   *
   * @param kind what it is
   * @param of the ones that hang on one resource
   */
  record Branch<T, C>(Kind<C> kind, Function<T, List<C>> of) {}

  private static String idOf(TargetConfig target) {
    return target.resource().id() + ":" + target.resource().port();
  }
}
