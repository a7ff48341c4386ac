package io.albspec.proxy.template;

import io.albspec.proxy.yaml.Value;
import java.util.List;

/** Taking the arguments of a function for what they have to be. */
final class Arguments {

  private Arguments() {}

  static String text(Value value, String function) throws TemplateException {
    if (value instanceof Value.Text text) {
      return text.text();
    }
    throw wrong(value, function, "a value");
  }

  static int number(Value value, String function) throws TemplateException {
    String text = text(value, function);
    try {
      return Integer.parseUnsignedInt(text);
    } catch (NumberFormatException e) {
      throw new TemplateException(
          value.place(), "%s takes a number here, not '%s'".formatted(function, text));
    }
  }

  static List<Value> items(Value value, String function) throws TemplateException {
    if (value instanceof Value.Items items) {
      return items.items();
    }
    throw wrong(value, function, "a list");
  }

  static List<Value> list(Value value, String function, int length) throws TemplateException {
    List<Value> items = items(value, function);
    if (items.size() != length) {
      throw wrong(value, function, "a list of %d".formatted(length));
    }
    return items;
  }

  static Value.Members members(Value value, String function) throws TemplateException {
    if (value instanceof Value.Members members) {
      return members;
    }
    throw wrong(value, function, "a mapping");
  }

  private static TemplateException wrong(Value value, String function, String expected) {
    return new TemplateException(
        value.place(), "%s takes %s here, not %s".formatted(function, expected, value.kind()));
  }
}
