package io.albspec.proxy.control.rules;

import io.albspec.proxy.control.ApiException;
import java.util.Map;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Action;

/** Which member of an action belongs to which type. */
final class ActionMembers {

  private static final Map<String, String> CONFIG_OF_TYPE =
      Map.of(
          "forward", "ForwardConfig",
          "redirect", "RedirectConfig",
          "fixed-response", "FixedResponseConfig",
          "authenticate-oidc", "AuthenticateOidcConfig",
          "authenticate-cognito", "AuthenticateCognitoConfig");

  private ActionMembers() {}

  /** The member of its type must be there, for forward only if no target group stands alone. */
  static void check(Action action) throws ApiException {
    String type = action.typeAsString();
    String own = CONFIG_OF_TYPE.get(type);
    boolean there = false;
    for (SdkField<?> field : action.sdkFields()) {
      boolean config = field.getValueOrDefault(action) instanceof SdkPojo;
      there |= config && field.locationName().equals(own);
      if (config && !field.locationName().equals(own)) {
        throw incompatible(field.locationName(), type);
      }
    }
    if (action.targetGroupArn() != null && !type.equals("forward")) {
      throw incompatible("TargetGroupArn", type);
    }
    if (!there && action.targetGroupArn() == null) {
      throw new ApiException(
          "InvalidLoadBalancerAction",
          "For actions of type '%s', you must specify the following fields: '%s'"
              .formatted(type, own));
    }
  }

  private static ApiException incompatible(String member, String type) {
    return new ApiException(
        "InvalidLoadBalancerAction",
        "The field '%s' is not compatible with actions of type '%s'".formatted(member, type));
  }
}
