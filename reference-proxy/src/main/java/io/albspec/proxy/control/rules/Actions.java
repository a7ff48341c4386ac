package io.albspec.proxy.control.rules;

import io.albspec.proxy.control.ApiException;
import io.albspec.proxy.control.TargetGroupConfig;
import io.albspec.proxy.control.Unsupported;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Action;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ActionTypeEnum;

/**
 * The actions of one rule (guide, "Rule action types").
 *
 * @param site the listener that the rule belongs to
 * @param groups the target group of an ARN, if there is one
 */
public record Actions(ListenerSite site, Function<String, Optional<TargetGroupConfig>> groups) {

  /**
   * The actions as they are shown: numbered, in the order in which they are performed, with every
   * default filled in.
   *
   * @throws ApiException if an action, or the actions together, cannot be
   */
  public List<Action> checked(List<Action> actions) throws ApiException {
    if (actions.isEmpty()) {
      throw ApiException.validation("An action must be specified");
    }
    List<Action> shown = new ArrayList<>();
    for (int i = 0; i < actions.size(); i++) {
      Action action = actions.get(i);
      int order = action.order() == null ? i + 1 : action.order();
      shown.add(checked(action).toBuilder().order(order).build());
    }
    shown.sort(Comparator.comparing(Action::order));
    sequence(shown);
    if (shown.stream().anyMatch(Actions::authenticates)) {
      forwardAlone(shown);
      throw Unsupported.AUTHENTICATION.refusal();
    }
    return List.copyOf(shown);
  }

  private Action checked(Action action) throws ApiException {
    ActionMembers.check(action);
    return switch (action.type()) {
      case FORWARD -> Forward.checked(action, arn -> groups.apply(arn).isPresent());
      case REDIRECT ->
          action.toBuilder()
              .redirectConfig(Redirect.checked(action.redirectConfig(), site))
              .build();
      case FIXED_RESPONSE -> FixedResponse.checked(action);
      default -> action;
    };
  }

  private static void sequence(List<Action> actions) throws ApiException {
    Set<Integer> orders = new HashSet<>();
    for (Action action : actions) {
      if (!orders.add(action.order())) {
        throw ApiException.validation(
            "The order '%d' is used by more than one action".formatted(action.order()));
      }
    }
    long routing = actions.stream().filter(action -> !authenticates(action)).count();
    if (routing != 1 || authenticates(actions.get(actions.size() - 1))) {
      throw new ApiException(
          "InvalidLoadBalancerAction",
          "The last action, and no other, must be one of 'forward', 'redirect', 'fixed-response'");
    }
  }

  /** HTTP/2 and gRPC go with no action beside forward (guide, "Protocol version"). */
  private void forwardAlone(List<Action> actions) throws ApiException {
    Optional<String> version =
        actions.stream()
            .filter(action -> action.type() == ActionTypeEnum.FORWARD)
            .flatMap(action -> action.forwardConfig().targetGroups().stream())
            .flatMap(group -> groups.apply(group.targetGroupArn()).stream())
            .flatMap(group -> group.newerVersion().stream())
            .findFirst();
    if (version.isPresent()) {
      throw ApiException.configuration(
          "Only actions of type 'forward' are supported with a target group with the protocol-version '%s'"
              .formatted(version.get()));
    }
  }

  private static boolean authenticates(Action action) {
    return switch (action.type()) {
      case AUTHENTICATE_OIDC, AUTHENTICATE_COGNITO -> true;
      default -> false;
    };
  }
}
