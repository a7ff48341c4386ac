package io.albspec.steps.world;

import java.util.LinkedHashMap;
import java.util.Map;

/** Actions as members of a call, below the path of one action. */
final class Actions {

  private Actions() {}

  static Map<String, String> forward(String path, String groupArn) {
    return Map.of(path + ".Type", "forward", path + ".TargetGroupArn", groupArn);
  }

  static Map<String, String> redirect(String path, Map<String, String> config) {
    return with(path, "redirect", "RedirectConfig", config);
  }

  static Map<String, String> answer(String path, Map<String, String> config) {
    return with(path, "fixed-response", "FixedResponseConfig", config);
  }

  private static Map<String, String> with(
      String path, String type, String structure, Map<String, String> config) {
    Map<String, String> members = new LinkedHashMap<>();
    members.put(path + ".Type", type);
    config.forEach((member, value) -> members.put(path + "." + structure + "." + member, value));
    return members;
  }
}
