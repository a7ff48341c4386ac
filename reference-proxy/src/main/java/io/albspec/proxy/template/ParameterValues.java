package io.albspec.proxy.template;

import io.albspec.proxy.yaml.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** The values of a template's parameters: those given, or else their defaults. */
final class ParameterValues {

  private static final Pattern LIST = Pattern.compile("CommaDelimitedList|List<.+>");
  private static final Pattern NUMBER = Pattern.compile("-?[0-9]+(?:\\.[0-9]+)?");

  private ParameterValues() {}

  /**
   * Checks what is given.
   *
   * @throws TemplateException if a parameter has no value, or one that it does not allow, or if
   *     there is no such parameter
   */
  static Map<String, Value> of(Template template, Map<String, String> given)
      throws TemplateException {
    for (String name : given.keySet()) {
      if (!template.parameters().containsKey(name)) {
        throw new TemplateException("the template has no parameter '%s'".formatted(name));
      }
    }
    Map<String, Value> values = new LinkedHashMap<>();
    for (Map.Entry<String, Value> each : template.parameters().entrySet()) {
      String name = each.getKey();
      Value.Members declaration = Arguments.members(each.getValue(), "the parameter " + name);
      values.put(name, value(name, declaration, given.get(name)));
    }
    return values;
  }

  private static Value value(String name, Value.Members declaration, String given)
      throws TemplateException {
    String text = given == null ? member(declaration, "Default") : given;
    if (text == null) {
      throw wrong(declaration, name, "has no value");
    }
    String type = member(declaration, "Type");
    if (type == null) {
      throw wrong(declaration, name, "has no Type");
    }
    if (type.startsWith("AWS::SSM::")) {
      throw wrong(declaration, name, "is of a type that no store is simulated for");
    }
    boolean many = LIST.matcher(type).matches();
    List<Value> items = new ArrayList<>();
    for (String item : many ? text.split(",") : new String[] {text}) {
      check(name, declaration, item.trim(), type.contains("Number"));
      items.add(new Value.Text(many ? item.trim() : item, declaration.place()));
    }
    return many ? new Value.Items(List.copyOf(items), declaration.place()) : items.get(0);
  }

  private static void check(String name, Value.Members declaration, String text, boolean number)
      throws TemplateException {
    if (number && !NUMBER.matcher(text).matches()) {
      throw wrong(declaration, name, "must be a number, not '%s'".formatted(text));
    }
    Value allowed = declaration.members().get("AllowedValues");
    if (allowed != null && !texts(allowed).contains(text)) {
      throw wrong(declaration, name, "must be one of %s, not '%s'".formatted(texts(allowed), text));
    }
    String pattern = member(declaration, "AllowedPattern");
    if (pattern != null && !matches(declaration, name, pattern, text)) {
      throw wrong(declaration, name, "must match %s, which '%s' does not".formatted(pattern, text));
    }
    double size = number ? Double.parseDouble(text) : text.length();
    bound(declaration, name, size, number ? "MinValue" : "MinLength", 1);
    bound(declaration, name, size, number ? "MaxValue" : "MaxLength", -1);
  }

  private static boolean matches(
      Value.Members declaration, String name, String pattern, String text)
      throws TemplateException {
    try {
      return Pattern.matches(pattern, text);
    } catch (PatternSyntaxException e) {
      throw wrong(declaration, name, "has an AllowedPattern that is none: " + e.getDescription());
    }
  }

  /** A lower bound with sign 1, an upper one with sign -1. */
  private static void bound(
      Value.Members declaration, String name, double size, String member, int sign)
      throws TemplateException {
    String limit = member(declaration, member);
    if (limit == null) {
      return;
    }
    if (!NUMBER.matcher(limit).matches()) {
      throw wrong(declaration, name, "has a %s that is no number".formatted(member));
    }
    if (sign * Double.compare(size, Double.parseDouble(limit)) < 0) {
      throw wrong(declaration, name, "breaks its %s of %s".formatted(member, limit));
    }
  }

  private static List<String> texts(Value allowed) throws TemplateException {
    List<String> texts = new ArrayList<>();
    for (Value each : Arguments.items(allowed, "AllowedValues")) {
      texts.add(Arguments.text(each, "AllowedValues"));
    }
    return texts;
  }

  private static String member(Value.Members declaration, String name) throws TemplateException {
    Value value = declaration.members().get(name);
    return value == null ? null : Arguments.text(value, name);
  }

  private static TemplateException wrong(Value.Members declaration, String name, String what) {
    return new TemplateException(declaration.place(), "the parameter %s %s".formatted(name, what));
  }
}
