package io.albspec.proxy.yaml;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A value in a file of YAML or JSON, with its place. */
public sealed interface Value {

  /** Where it begins. */
  Place place();

  /** A word for messages. */
  String kind();

  /** A text, number or truth value: all of them as they are written. */
  record Text(String text, Place place) implements Value {

    @Override
    public String kind() {
      return "a value";
    }
  }

  /** A list. */
  record Items(List<Value> items, Place place) implements Value {

    @Override
    public String kind() {
      return "a list";
    }
  }

  /** A mapping, in the order written. */
  record Members(Map<String, Value> members, Place place) implements Value {

    @Override
    public String kind() {
      return "a mapping";
    }

    /** The member of that name. */
    public Optional<Value> member(String name) {
      return Optional.ofNullable(members.get(name));
    }
  }

  /** Nothing, as {@code AWS::NoValue} in a template. Whatever has it for a value is left out. */
  record Absent(Place place) implements Value {

    @Override
    public String kind() {
      return "nothing";
    }
  }
}
