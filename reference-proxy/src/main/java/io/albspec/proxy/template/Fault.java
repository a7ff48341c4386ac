package io.albspec.proxy.template;

import io.albspec.proxy.control.ApiException;
import io.albspec.proxy.yaml.Place;
import io.albspec.proxy.yaml.Value;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the property of a resource that a refused call is about. */
final class Fault {

  private static final Pattern PATH = Pattern.compile("'([a-z]\\w*(?:\\.\\w+)*)'");
  private static final Pattern NUMBER = Pattern.compile("[0-9]+");

  private final Value.Members properties;
  private String property;
  private Place place;

  private Fault(Value.Members properties, Place resource) {
    this.properties = properties;
    this.place = resource;
  }

  /**
   * The refusal in the terms of the template.
   *
   * @param properties what the call was made from
   * @param resource where the resource stands
   * @param id its logical id
   */
  static TemplateException of(
      ApiException refusal, Value.Members properties, Place resource, String id) {
    Fault fault = new Fault(properties, resource);
    String message = refusal.getMessage();
    if (!fault.isAtPath(message) && !fault.isValueIn(message)) {
      fault.isNameIn(message);
    }
    return new TemplateException(fault.place, refusal.code() + ": " + message)
        .of(part(id, fault.property));
  }

  /** How a property of a resource, or the resource if null, is called in messages. */
  static String part(String id, String property) {
    return "resource " + id + (property == null ? "" : ", property " + property);
  }

  /** Such as {@code 'defaultActions.1.member.targetGroupArn'}. */
  private boolean isAtPath(String message) {
    Matcher paths = PATH.matcher(message);
    while (paths.find()) {
      if (follow(paths.group(1).split("\\."))) {
        return true;
      }
    }
    return false;
  }

  private boolean follow(String[] steps) {
    Value at = properties;
    for (int i = 0; i < steps.length; i++) {
      Value next = NUMBER.matcher(steps[i]).matches() ? item(at, steps[i]) : member(at, steps[i]);
      boolean isList = steps[i].equals("member") && i > 0;
      if (next == null && !isList) {
        return i > 0;
      }
      if (next != null) {
        at = next;
        place = at.place();
        property = i == 0 ? nameOf(steps[0]) : property;
      }
    }
    return true;
  }

  private String nameOf(String step) {
    return step.substring(0, 1).toUpperCase(Locale.ROOT) + step.substring(1);
  }

  private Value member(Value at, String step) {
    return at instanceof Value.Members members ? members.members().get(nameOf(step)) : null;
  }

  private static Value item(Value at, String number) {
    return at instanceof Value.Items items
            && number.length() < 6
            && Integer.parseInt(number) <= items.items().size()
            && Integer.parseInt(number) > 0
        ? items.items().get(Integer.parseInt(number) - 1)
        : null;
  }

  /** What is quoted last is what is wrong: {@code 'path-pattern' value '/a%b' is invalid}. */
  private boolean isValueIn(String message) {
    int last = -1;
    for (Map.Entry<String, Value> each : properties.members().entrySet()) {
      for (Value.Text text : texts(each.getValue())) {
        int at = message.lastIndexOf("'" + text.text() + "'");
        if (at > last) {
          last = at;
          property = each.getKey();
          place = text.place();
        }
      }
    }
    return last >= 0;
  }

  private static List<Value.Text> texts(Value value) {
    if (value instanceof Value.Text text) {
      return List.of(text);
    }
    Collection<Value> parts = List.of();
    if (value instanceof Value.Items items) {
      parts = items.items();
    } else if (value instanceof Value.Members members) {
      parts = members.members().values();
    }
    return parts.stream().flatMap(part -> texts(part).stream()).toList();
  }

  private void isNameIn(String message) {
    String words = message.toLowerCase(Locale.ROOT).replace(" ", "");
    for (Map.Entry<String, Value> each : properties.members().entrySet()) {
      String name = each.getKey().toLowerCase(Locale.ROOT);
      if (words.contains(name) && (property == null || name.length() > property.length())) {
        property = each.getKey();
        place = each.getValue().place();
      }
    }
  }
}
