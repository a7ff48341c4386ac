package io.albspec.proxy.api;

import java.util.Set;

/** Actions that entered the API after the guide was written, and are not served. */
final class NewerActions {

  static final Set<String> NAMES =
      Set.of(
          "DeleteSharedTrustStoreAssociation",
          "DescribeCapacityReservation",
          "DescribeListenerAttributes",
          "GetResourcePolicy",
          "ModifyCapacityReservation",
          "ModifyIpPools",
          "ModifyListenerAttributes");

  private NewerActions() {}

  /** Why an action is not served. */
  static String refusal(String action) {
    return NAMES.contains(action)
        ? "The action %s is not served: it entered the API after the guide.".formatted(action)
        : "The action %s is not valid for this web service.".formatted(action);
  }
}
