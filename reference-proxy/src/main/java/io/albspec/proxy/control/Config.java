package io.albspec.proxy.control;

import java.util.Map;
import java.util.Optional;

/**
 * Everything that has been configured, at one moment: an immutable snapshot.
 *
 * @param generation counts the changes since the first start
 * @param balancers by ARN, in the order of their creation
 * @param targetGroups by ARN, in the order of their creation
 */
public record Config(
    long generation,
    Map<String, BalancerConfig> balancers,
    Map<String, TargetGroupConfig> targetGroups) {

  /** Nothing configured yet. */
  public static final Config EMPTY = new Config(0, Map.of(), Map.of());

  /** The target group of that ARN. */
  public Optional<TargetGroupConfig> targetGroup(String arn) {
    return Optional.ofNullable(targetGroups.get(arn));
  }
}
