package io.albspec.proxy.control.rules;

import io.albspec.proxy.control.ApiException;
import io.albspec.proxy.control.Unsupported;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Action;

/**
 * The actions of one rule (guide, "Rule action types").
 *
 * @param site the listener that the rule belongs to
 * @param groups whether there is a target group of that ARN
 */
public record Actions(ListenerSite site, Predicate<String> groups) {

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
    Unsupported.AUTHENTICATION.unless(shown.stream().noneMatch(Actions::authenticates));
    return List.copyOf(shown);
  }

  private Action checked(Action action) throws ApiException {
    ActionMembers.check(action);
    return switch (action.type()) {
      case FORWARD -> Forward.checked(action, groups);
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

  private static boolean authenticates(Action action) {
    return switch (action.type()) {
      case AUTHENTICATE_OIDC, AUTHENTICATE_COGNITO -> true;
      default -> false;
    };
  }
}
