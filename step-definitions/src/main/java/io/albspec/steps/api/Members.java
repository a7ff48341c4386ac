package io.albspec.steps.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The members of a request, each at its path: {@code Conditions[1].PathPatternConfig.Values[1]}. A
 * range stands for several, and {@code <n>} in the value for their numbers: {@code
 * Tags[1..50].Key}.
 */
public final class Members {

  private static final Pattern RANGE = Pattern.compile("\\[(\\d+)\\.\\.(\\d+)\\]");
  private static final Pattern STEP = Pattern.compile("([A-Za-z0-9]+)(?:\\[(\\d+)\\])?");

  private final Map<String, String> values = new LinkedHashMap<>();

  /** Sets a member; a later one at the same path wins. */
  public Members with(String path, String value) {
    Matcher range = RANGE.matcher(path);
    if (!range.find()) {
      values.put(path, value);
      return this;
    }
    int last = Integer.parseInt(range.group(2));
    for (int n = Integer.parseInt(range.group(1)); n <= last; n++) {
      with(range.replaceFirst("[" + n + "]"), value.replace("<n>", Integer.toString(n)));
    }
    return this;
  }

  /** Sets each member of a map. */
  public Members with(Map<String, String> members) {
    members.forEach(this::with);
    return this;
  }

  /** Sets the members of a structure that stands at a path. */
  public Members within(String path, Map<String, String> members) {
    members.forEach((member, value) -> with(path + "." + member, value));
    return this;
  }

  /** Sets a list of strings. */
  public Members listing(String path, List<String> members) {
    for (int i = 0; i < members.size(); i++) {
      with(path + "[" + (i + 1) + "]", members.get(i));
    }
    return this;
  }

  /** The members as a tree. */
  JsonNode tree() {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    values.forEach((path, value) -> put(root, new ArrayList<>(List.of(path.split("\\."))), value));
    return root;
  }

  private static void put(ObjectNode parent, List<String> path, String value) {
    Matcher step = STEP.matcher(path.remove(0));
    if (!step.matches()) {
      throw new IllegalArgumentException("not a member: " + step);
    }
    String name = step.group(1);
    if (step.group(2) == null) {
      if (path.isEmpty()) {
        parent.put(name, value);
      } else {
        put(parent.withObjectProperty(name), path, value);
      }
      return;
    }
    ArrayNode list = parent.withArrayProperty(name);
    int index = Integer.parseInt(step.group(2)) - 1;
    while (list.size() <= index) {
      list.add(path.isEmpty() ? list.textNode("") : list.objectNode());
    }
    if (path.isEmpty()) {
      list.set(index, value);
    } else {
      put((ObjectNode) list.get(index), path, value);
    }
  }

  @Override
  public String toString() {
    return values.toString();
  }
}
