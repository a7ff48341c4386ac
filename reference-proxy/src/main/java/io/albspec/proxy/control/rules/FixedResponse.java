package io.albspec.proxy.control.rules;

import io.albspec.proxy.control.ApiException;
import java.util.List;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Action;

/** A fixed-response action (guide, "Fixed-response actions"). */
final class FixedResponse {

  private static final List<String> CONTENT_TYPES =
      List.of("text/html", "application/json", "application/javascript", "text/css", "text/plain");

  private FixedResponse() {}

  static Action checked(Action action) throws ApiException {
    String type = action.fixedResponseConfig().contentType();
    if (type != null && !type.isEmpty() && !CONTENT_TYPES.contains(type)) {
      throw new ApiException(
          "InvalidLoadBalancerAction",
          "The ContentType must be one of:'%s'".formatted(String.join("', '", CONTENT_TYPES)));
    }
    return action;
  }
}
