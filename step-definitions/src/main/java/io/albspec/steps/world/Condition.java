package io.albspec.steps.world;

import io.albspec.steps.api.Members;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a rule asks of a request, as a step says it: {@code the path "/a" or "/b" and ...}. */
public final class Condition {

  /** The text of a condition. */
  public static final String PATTERN =
      "the (?:path|host) \"[^\"]*\"(?: or \"[^\"]*\")*"
          + "(?: and the (?:path|host) \"[^\"]*\"(?: or \"[^\"]*\")*)*";

  private static final Pattern PART =
      Pattern.compile("the (path|host) (\"[^\"]*\"(?: or \"[^\"]*\")*)");
  private static final Pattern QUOTED = Pattern.compile("\"([^\"]*)\"");

  private final List<Part> parts;

  private record Part(boolean path, List<String> values) {}

  private Condition(List<Part> parts) {
    this.parts = parts;
  }

  /** The condition a text describes; the text matches {@link #PATTERN}. */
  public static Condition of(String text) {
    List<Part> parts = new ArrayList<>();
    Matcher part = PART.matcher(text);
    while (part.find()) {
      List<String> values =
          QUOTED.matcher(part.group(2)).results().map(quoted -> quoted.group(1)).toList();
      parts.add(new Part(part.group(1).equals("path"), values));
    }
    return new Condition(List.copyOf(parts));
  }

  Members in(Members call) {
    int number = 0;
    for (Part part : parts) {
      String member = "Conditions[" + ++number + "]";
      String config = part.path() ? ".PathPatternConfig.Values" : ".HostHeaderConfig.Values";
      call.with(member + ".Field", part.path() ? "path-pattern" : "host-header");
      call.listing(member + config, part.values());
    }
    return call;
  }
}
