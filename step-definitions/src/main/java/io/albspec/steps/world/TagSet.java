package io.albspec.steps.world;

import io.albspec.steps.api.Answer.Result;
import io.albspec.steps.api.Members;
import java.util.LinkedHashMap;
import java.util.Map;

/** The tags of what a scenario has made. */
public final class TagSet {

  private final Calls calls;
  private final Resources resources;

  /** Read and changed with these calls. */
  public TagSet(Calls calls, Resources resources) {
    this.calls = calls;
    this.resources = resources;
  }

  /** Adds tags to the newest of a kind, such as {@code target group}. */
  public void add(String kind, Map<String, String> tags) {
    Members call = arn(kind);
    int number = 0;
    for (Map.Entry<String, String> each : tags.entrySet()) {
      String member = "Tags[" + ++number + "]";
      call.with(member + ".Key", each.getKey()).with(member + ".Value", each.getValue());
    }
    calls.require("AddTags", call);
  }

  /** Every tag of the newest of a kind. */
  public Map<String, String> all(String kind) {
    Result answer = calls.require("DescribeTags", arn(kind));
    Map<String, String> tags = new LinkedHashMap<>();
    answer
        .each("TagDescriptions[1].Tags")
        .forEach(tag -> tags.put(tag.text("Key"), tag.at("Value").orElse("")));
    return tags;
  }

  private Members arn(String kind) {
    String name = kind.replace(' ', '-') + "-arn";
    String arn =
        resources
            .value(name)
            .orElseThrow(() -> new IllegalStateException("the scenario has made no " + kind));
    return new Members().with("ResourceArns[1]", arn);
  }
}
