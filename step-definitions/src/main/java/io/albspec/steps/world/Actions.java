package io.albspec.steps.world;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Actions as members of a call, below the path of one action. */
final class Actions {

  private Actions() {}

  static Map<String, String> forward(String path, String groupArn) {
    return Map.of(path + ".Type", "forward", path + ".TargetGroupArn", groupArn);
  }

  /** The weights by the ARNs of the target groups; sticky for so many seconds, or not at all. */
  static Map<String, String> forward(
      String path, Map<String, Integer> weights, Optional<Integer> seconds) {
    String config = path + ".ForwardConfig.";
    Map<String, String> members = new LinkedHashMap<>();
    members.put(path + ".Type", "forward");
    int number = 0;
    for (Map.Entry<String, Integer> group : weights.entrySet()) {
      String tuple = config + "TargetGroups[" + ++number + "].";
      members.put(tuple + "TargetGroupArn", group.getKey());
      members.put(tuple + "Weight", group.getValue().toString());
    }
    seconds.ifPresent(
        duration -> {
          members.put(config + "TargetGroupStickinessConfig.Enabled", "true");
          members.put(config + "TargetGroupStickinessConfig.DurationSeconds", duration.toString());
        });
    return members;
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
