package io.albspec.proxy.control;

import java.net.InetAddress;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Everything that has been configured, at one moment: an immutable snapshot.
 *
 * @param generation counts the changes since the first start
 * @param balancers by ARN, in the order of their creation
 * @param targetGroups by ARN, in the order of their creation
 * @param trustStores by ARN, in the order of their creation
 */
public record Config(
    long generation,
    Map<String, BalancerConfig> balancers,
    Map<String, TargetGroupConfig> targetGroups,
    Map<String, TrustStoreConfig> trustStores) {

  /** Nothing configured yet. */
  public static final Config EMPTY = new Config(0, Map.of(), Map.of());

  /** Without trust stores. */
  public Config(
      long generation,
      Map<String, BalancerConfig> balancers,
      Map<String, TargetGroupConfig> targetGroups) {
    this(generation, balancers, targetGroups, Map.of());
  }

  /** Whether nothing is configured. */
  public boolean isEmpty() {
    return balancers.isEmpty() && targetGroups.isEmpty() && trustStores.isEmpty();
  }

  /** The load balancer of that ARN. */
  public Optional<BalancerConfig> balancer(String arn) {
    return Optional.ofNullable(balancers.get(arn));
  }

  /** The target group of that ARN. */
  public Optional<TargetGroupConfig> targetGroup(String arn) {
    return Optional.ofNullable(targetGroups.get(arn));
  }

  /** The trust store of that ARN. */
  public Optional<TrustStoreConfig> trustStore(String arn) {
    return Optional.ofNullable(trustStores.get(arn));
  }

  /** The addresses of all nodes of all load balancers. */
  public Set<InetAddress> nodeAddresses() {
    return balancers.values().stream()
        .flatMap(balancer -> balancer.nodes().stream())
        .map(Node::address)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** This snapshot under another generation. */
  public Config withGeneration(long number) {
    return new Config(number, balancers, targetGroups, trustStores);
  }

  /** With a load balancer added, or the one of the same ARN replaced. */
  public Config with(BalancerConfig balancer) {
    return new Config(
        generation, put(balancers, balancer.arn(), balancer), targetGroups, trustStores);
  }

  /** With a target group added, or the one of the same ARN replaced. */
  public Config with(TargetGroupConfig group) {
    return new Config(generation, balancers, put(targetGroups, group.arn(), group), trustStores);
  }

  /** Without the load balancer of that ARN, its listeners and rules. */
  public Config withoutBalancer(String arn) {
    return new Config(generation, remove(balancers, arn), targetGroups, trustStores);
  }

  /** Without the target group of that ARN. */
  public Config withoutTargetGroup(String arn) {
    return new Config(generation, balancers, remove(targetGroups, arn), trustStores);
  }

  /** With a trust store added, or the one of the same ARN replaced. */
  public Config with(TrustStoreConfig store) {
    return new Config(generation, balancers, targetGroups, put(trustStores, store.arn(), store));
  }

  /** Without the trust store of that ARN. */
  public Config withoutTrustStore(String arn) {
    return new Config(generation, balancers, targetGroups, remove(trustStores, arn));
  }

  private static <T> Map<String, T> put(Map<String, T> map, String arn, T value) {
    Map<String, T> copy = new LinkedHashMap<>(map);
    copy.put(arn, value);
    return Collections.unmodifiableMap(copy);
  }

  private static <T> Map<String, T> remove(Map<String, T> map, String arn) {
    Map<String, T> copy = new LinkedHashMap<>(map);
    copy.remove(arn);
    return Collections.unmodifiableMap(copy);
  }
}
