package io.albspec.proxy.control.rules;

import io.albspec.proxy.control.ApiException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Action;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ForwardActionConfig;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroupStickinessConfig;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroupTuple;

/** A forward action (guide, "Forward actions"). */
public final class Forward {

  /** How many target groups one action may name. */
  public static final int GROUPS_PER_ACTION = 5;

  private static final int MAX_WEIGHT = 999;
  private static final int MAX_STICKINESS_SECONDS = 604800;

  private Forward() {}

  /** A single target group is shown both by itself and as a group of weight 1. */
  static Action checked(Action action, Predicate<String> known) throws ApiException {
    List<TargetGroupTuple> groups = groups(action);
    for (TargetGroupTuple group : groups) {
      check(group, groups.size(), known);
    }
    distinct(groups);
    List<TargetGroupTuple> weighted =
        groups.stream()
            .map(group -> group.weight() == null ? group.copy(g -> g.weight(1)) : group)
            .toList();
    ForwardActionConfig shown =
        ForwardActionConfig.builder()
            .targetGroups(weighted)
            .targetGroupStickinessConfig(stickiness(action.forwardConfig()))
            .build();
    return action.toBuilder()
        .targetGroupArn(groups.size() == 1 ? groups.get(0).targetGroupArn() : null)
        .forwardConfig(shown)
        .build();
  }

  private static List<TargetGroupTuple> groups(Action action) throws ApiException {
    String single = action.targetGroupArn();
    List<TargetGroupTuple> groups =
        action.forwardConfig() == null ? List.of() : action.forwardConfig().targetGroups();
    if (single == null) {
      return groups;
    }
    boolean same = groups.size() == 1 && single.equals(groups.get(0).targetGroupArn());
    if (!groups.isEmpty() && !same) {
      throw ApiException.validation(
          "'TargetGroupArn' and 'ForwardConfig' must name the same target group");
    }
    return same ? groups : List.of(TargetGroupTuple.builder().targetGroupArn(single).build());
  }

  private static void check(TargetGroupTuple group, int count, Predicate<String> known)
      throws ApiException {
    if (group.targetGroupArn() == null) {
      throw ApiException.validation("A target group ARN must be specified");
    }
    if (!known.test(group.targetGroupArn())) {
      throw new ApiException(
          "TargetGroupNotFound", "Target group '%s' not found".formatted(group.targetGroupArn()));
    }
    if (group.weight() == null && count > 1) {
      throw ApiException.validation("A weight must be specified for each of several target groups");
    }
    if (group.weight() != null && (group.weight() < 0 || group.weight() > MAX_WEIGHT)) {
      throw ApiException.validation(
          "Target group weight '%d' must be between '0-%d' inclusive"
              .formatted(group.weight(), MAX_WEIGHT));
    }
  }

  private static void distinct(List<TargetGroupTuple> groups) throws ApiException {
    if (groups.isEmpty()) {
      throw ApiException.validation("A target group must be specified");
    }
    if (groups.size() > GROUPS_PER_ACTION) {
      throw new ApiException(
          "TooManyTargetGroups",
          "A forward action can only have '%d' target groups".formatted(GROUPS_PER_ACTION));
    }
    Set<String> seen = new HashSet<>();
    for (TargetGroupTuple group : groups) {
      if (!seen.add(group.targetGroupArn())) {
        throw ApiException.validation(
            "Target group '%s' is specified more than once".formatted(group.targetGroupArn()));
      }
    }
  }

  private static TargetGroupStickinessConfig stickiness(ForwardActionConfig config)
      throws ApiException {
    TargetGroupStickinessConfig given =
        config == null ? null : config.targetGroupStickinessConfig();
    boolean enabled = given != null && Boolean.TRUE.equals(given.enabled());
    Integer seconds = given == null ? null : given.durationSeconds();
    boolean inRange = seconds != null && seconds >= 1 && seconds <= MAX_STICKINESS_SECONDS;
    if (!inRange && (enabled || seconds != null)) {
      throw ApiException.validation(
          "Target group stickiness duration must be between 1 and %d seconds"
              .formatted(MAX_STICKINESS_SECONDS));
    }
    return TargetGroupStickinessConfig.builder().enabled(enabled).durationSeconds(seconds).build();
  }
}
