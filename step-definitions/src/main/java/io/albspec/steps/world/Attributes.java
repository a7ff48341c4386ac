package io.albspec.steps.world;

import io.albspec.steps.api.Members;
import java.util.Map;

/** Attributes as members of a call. */
final class Attributes {

  private Attributes() {}

  /** Adds attributes to the members of a call. */
  static Members of(Members call, Map<String, String> attributes) {
    int number = 0;
    for (Map.Entry<String, String> each : attributes.entrySet()) {
      String member = "Attributes[" + ++number + "]";
      call.with(member + ".Key", each.getKey()).with(member + ".Value", each.getValue());
    }
    return call;
  }
}
