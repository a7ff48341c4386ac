package io.albspec.proxy.routing;

import io.albspec.proxy.control.ApiException;
import io.albspec.proxy.stickiness.CookieSeal;
import io.albspec.proxy.target.TargetGroup;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ActionTypeEnum;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ForwardActionConfig;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Listener;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroupStickinessConfig;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroupTuple;

/** Makes the action of a rule out of the actions of the API, for the rules of one listener. */
public final class ActionCompiler {

  private static final int USUAL_WEIGHT = 1;

  private final Listener listener;
  private final Function<String, ? extends TargetGroup> groups;
  private final CookieSeal seal;

  /**
   * Compiles for that listener.
   *
   * @param groups gives the target group of an ARN
   * @param seal for the cookies by which clients keep to a target group
   */
  public ActionCompiler(
      Listener listener, Function<String, ? extends TargetGroup> groups, CookieSeal seal) {
    this.listener = listener;
    this.groups = groups;
    this.seal = seal;
  }

  /**
   * The action at work: the last one by its order, which is the routing action.
   *
   * @throws ApiException if this balancer has no such action
   */
  public Action compile(
      List<software.amazon.awssdk.services.elasticloadbalancingv2.model.Action> actions)
      throws ApiException {
    for (var action : actions) {
      checkType(action.type());
    }
    var last =
        actions.stream()
            .max(Comparator.comparing(action -> action.order() == null ? 0 : action.order()))
            .orElseThrow(() -> new ApiException("ValidationError", "A rule needs an action"));
    return switch (last.type()) {
      case FIXED_RESPONSE -> new FixedResponse(last.fixedResponseConfig());
      case REDIRECT ->
          new Redirect(
              UrlTemplate.of(last.redirectConfig(), listener.protocolAsString(), listener.port()),
              last.redirectConfig().statusCode());
      default ->
          last.forwardConfig() != null && last.forwardConfig().hasTargetGroups()
              ? forward(last.forwardConfig())
              : new Forward(groups.apply(last.targetGroupArn()));
    };
  }

  private static void checkType(ActionTypeEnum type) throws ApiException {
    switch (type) {
      case FORWARD, REDIRECT, FIXED_RESPONSE -> {}
      default ->
          throw new ApiException(
              "OperationNotPermitted", "Actions of type '%s' are not supported".formatted(type));
    }
  }

  private Action forward(ForwardActionConfig config) {
    List<TargetGroup> targets =
        config.targetGroups().stream()
            .map(TargetGroupTuple::targetGroupArn)
            .<TargetGroup>map(groups)
            .toList();
    Forward byWeights =
        targets.size() == 1 ? new Forward(targets.get(0)) : byWeights(config, targets);
    TargetGroupStickinessConfig stickiness = config.targetGroupStickinessConfig();
    if (stickiness == null || !Boolean.TRUE.equals(stickiness.enabled())) {
      return byWeights;
    }
    Duration duration = Duration.ofSeconds(stickiness.durationSeconds());
    return new StickyForward(
        targets, byWeights, new GroupCookie(seal, listener.loadBalancerArn(), duration));
  }

  private static Forward byWeights(ForwardActionConfig config, List<TargetGroup> targets) {
    List<Integer> weights =
        config.targetGroups().stream()
            .map(tuple -> tuple.weight() == null ? USUAL_WEIGHT : tuple.weight())
            .toList();
    return new Forward(new WeightedSchedule(targets, weights).round());
  }
}
