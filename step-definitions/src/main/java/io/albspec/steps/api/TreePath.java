package io.albspec.steps.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A place in an answer, such as {@code Rules[Priority=10].Actions[1].Type}. Members of lists are
 * counted from 1; {@code [count]} is their number.
 */
final class TreePath {

  private static final Pattern STEP = Pattern.compile("\\.?([A-Za-z0-9]+)((?:\\[[^\\]]*\\])*)");
  private static final Pattern SELECTOR = Pattern.compile("\\[([^\\]]*)\\]");
  private static final String COUNT = "count";

  private final String text;

  TreePath(String text) {
    this.text = text;
  }

  /** What stands there as text, empty if nothing does. */
  Optional<String> in(JsonNode tree) {
    return Optional.of(node(tree)).filter(found -> !found.isMissingNode()).map(TreePath::text);
  }

  /** What stands there, the missing node if nothing does. */
  JsonNode node(JsonNode tree) {
    Matcher steps = STEP.matcher(text);
    JsonNode place = tree;
    int end = 0;
    while (steps.find() && steps.start() == end) {
      place = place.path(steps.group(1));
      for (String selector : selectors(steps.group(2))) {
        if (selector.equals(COUNT)) {
          return IntNode.valueOf(place.size());
        }
        place = member(place, selector);
      }
      end = steps.end();
    }
    if (end < text.length()) {
      throw new IllegalArgumentException("not a path: " + text);
    }
    return place;
  }

  private static List<String> selectors(String brackets) {
    List<String> selectors = new ArrayList<>();
    SELECTOR.matcher(brackets).results().forEach(each -> selectors.add(each.group(1)));
    return selectors;
  }

  private static JsonNode member(JsonNode list, String selector) {
    int equals = selector.indexOf('=');
    if (equals < 0) {
      return list.path(Integer.parseInt(selector) - 1);
    }
    String key = selector.substring(0, equals);
    String value = selector.substring(equals + 1);
    for (JsonNode each : list) {
      if (each.at("/" + key.replace('.', '/')).asText().equals(value)) {
        return each;
      }
    }
    return list.path(list.size());
  }

  private static String text(JsonNode found) {
    return found.isValueNode() ? found.asText() : found.toString();
  }
}
