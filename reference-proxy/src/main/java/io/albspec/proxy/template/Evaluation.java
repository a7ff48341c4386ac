package io.albspec.proxy.template;

import io.albspec.proxy.yaml.Place;
import io.albspec.proxy.yaml.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Works the functions of a template out: {@code Ref}, {@code Fn::Sub} and the like. */
final class Evaluation {

  private static final Pattern NAME_IN_TEXT = Pattern.compile("\\$\\{(!?)([^}]*)}");

  private final Scope scope;
  private final Conditions conditions;

  Evaluation(Scope scope) {
    this.scope = scope;
    this.conditions = new Conditions(scope, this);
  }

  /** The conditions of the template. */
  Conditions conditions() {
    return conditions;
  }

  /**
   * The value without functions.
   *
   * @throws TemplateException if a function is unknown, or used wrongly, or names what is not there
   */
  Value of(Value value) throws TemplateException {
    if (value instanceof Value.Items items) {
      return new Value.Items(all(items.items()), items.place());
    }
    if (!(value instanceof Value.Members members)) {
      return value;
    }
    String only = members.members().size() == 1 ? members.members().keySet().iterator().next() : "";
    if (only.equals("Ref") || only.startsWith("Fn::")) {
      return function(only, members.members().get(only), members.place());
    }
    Map<String, Value> evaluated = new LinkedHashMap<>();
    for (Map.Entry<String, Value> member : members.members().entrySet()) {
      Value each = of(member.getValue());
      if (!(each instanceof Value.Absent)) {
        evaluated.put(member.getKey(), each);
      }
    }
    return new Value.Members(evaluated, members.place());
  }

  private List<Value> all(List<Value> items) throws TemplateException {
    List<Value> evaluated = new ArrayList<>();
    for (Value item : items) {
      Value each = of(item);
      if (!(each instanceof Value.Absent)) {
        evaluated.add(each);
      }
    }
    return List.copyOf(evaluated);
  }

  private Value function(String name, Value argument, Place place) throws TemplateException {
    return switch (name) {
      case "Ref" -> reference(Arguments.text(argument, name), place);
      case "Fn::GetAtt" -> attribute(argument, place);
      case "Fn::Sub" -> substituted(argument, place);
      case "Fn::Join" -> joined(argument, place);
      case "Fn::Select" -> selected(argument, place);
      case "Fn::Split" -> split(argument, place);
      case "Fn::FindInMap" -> found(argument, place);
      case "Fn::If" -> chosen(argument);
      default -> throw new TemplateException(place, "the function %s is not known".formatted(name));
    };
  }

  private Value reference(String name, Place place) throws TemplateException {
    return scope
        .reference(name, place)
        .orElseThrow(
            () ->
                new TemplateException(
                    place, "'%s' is neither a parameter nor a resource".formatted(name)));
  }

  private Value attribute(Value argument, Place place) throws TemplateException {
    List<Value> names = Arguments.list(argument, "Fn::GetAtt", 2);
    return scope.attribute(
        Arguments.text(names.get(0), "Fn::GetAtt"),
        Arguments.text(of(names.get(1)), "Fn::GetAtt"),
        place);
  }

  private Value substituted(Value argument, Place place) throws TemplateException {
    Map<String, Value> own = Map.of();
    Value text = argument;
    if (argument instanceof Value.Items) {
      List<Value> parts = Arguments.list(argument, "Fn::Sub", 2);
      text = parts.get(0);
      own = Arguments.members(of(parts.get(1)), "Fn::Sub").members();
    }
    Matcher names = NAME_IN_TEXT.matcher(Arguments.text(text, "Fn::Sub"));
    StringBuilder result = new StringBuilder();
    while (names.find()) {
      String replacement =
          names.group(1).isEmpty()
              ? named(names.group(2).trim(), own, place)
              : "${" + names.group(2) + "}";
      names.appendReplacement(result, Matcher.quoteReplacement(replacement));
    }
    return new Value.Text(names.appendTail(result).toString(), place);
  }

  private String named(String name, Map<String, Value> own, Place place) throws TemplateException {
    int dot = name.indexOf('.');
    Value value;
    if (own.containsKey(name)) {
      value = own.get(name);
    } else if (dot > 0) {
      value = scope.attribute(name.substring(0, dot), name.substring(dot + 1), place);
    } else {
      value = reference(name, place);
    }
    return Arguments.text(value, "Fn::Sub");
  }

  private Value joined(Value argument, Place place) throws TemplateException {
    List<Value> parts = Arguments.list(argument, "Fn::Join", 2);
    List<String> texts = new ArrayList<>();
    for (Value item : Arguments.items(of(parts.get(1)), "Fn::Join")) {
      texts.add(Arguments.text(item, "Fn::Join"));
    }
    return new Value.Text(String.join(Arguments.text(parts.get(0), "Fn::Join"), texts), place);
  }

  private Value selected(Value argument, Place place) throws TemplateException {
    List<Value> parts = Arguments.list(argument, "Fn::Select", 2);
    List<Value> items = Arguments.items(of(parts.get(1)), "Fn::Select");
    int index = Arguments.number(of(parts.get(0)), "Fn::Select");
    if (index >= items.size()) {
      throw new TemplateException(
          place, "Fn::Select: there is no item %d of %d".formatted(index, items.size()));
    }
    return items.get(index);
  }

  private Value split(Value argument, Place place) throws TemplateException {
    List<Value> parts = Arguments.list(argument, "Fn::Split", 2);
    String delimiter = Arguments.text(parts.get(0), "Fn::Split");
    String text = Arguments.text(of(parts.get(1)), "Fn::Split");
    List<Value> items = new ArrayList<>();
    for (String item : text.split(Pattern.quote(delimiter), -1)) {
      items.add(new Value.Text(item, place));
    }
    return new Value.Items(List.copyOf(items), place);
  }

  private Value found(Value argument, Place place) throws TemplateException {
    Value at = new Value.Members(scope.mappings(), place);
    for (Value step : Arguments.list(argument, "Fn::FindInMap", 3)) {
      String key = Arguments.text(of(step), "Fn::FindInMap");
      at =
          Arguments.members(at, "Fn::FindInMap")
              .member(key)
              .orElseThrow(
                  () ->
                      new TemplateException(
                          step.place(), "Fn::FindInMap: there is no '%s'".formatted(key)));
    }
    return at;
  }

  private Value chosen(Value argument) throws TemplateException {
    List<Value> parts = Arguments.list(argument, "Fn::If", 3);
    boolean holds = conditions.holds(Arguments.text(parts.get(0), "Fn::If"), parts.get(0).place());
    return of(parts.get(holds ? 1 : 2));
  }
}
