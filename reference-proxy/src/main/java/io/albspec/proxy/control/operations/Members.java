package io.albspec.proxy.control.operations;

import java.util.Map;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;

/** Members that a request and the resource it changes have in common. */
final class Members {

  private static final String HEALTH = "Health";
  private static final String UNHEALTHY = "Unhealthy";

  private Members() {}

  /**
   * Copies the health check settings that a request sets to a target group: the members that both
   * know by the same name.
   */
  static void copy(SdkPojo request, SdkPojo group) {
    Map<String, SdkField<?>> known = group.sdkFieldNameToField();
    for (SdkField<?> field : request.sdkFields()) {
      String name = field.locationName();
      boolean setting =
          name.startsWith(HEALTH) || name.startsWith(UNHEALTHY) || name.equals("Matcher");
      Object value = field.getValueOrDefault(request);
      if (setting && value != null && known.containsKey(name)) {
        known.get(name).set(group, value);
      }
    }
  }
}
