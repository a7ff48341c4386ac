package io.albspec.proxy.template;

import io.albspec.proxy.yaml.Place;
import io.albspec.proxy.yaml.Value;
import java.util.List;

/** The conditions of a template. */
final class Conditions {

  private static final int MOST_STEPS = 64;

  private final Scope scope;
  private final Evaluation evaluation;
  private int depth;

  Conditions(Scope scope, Evaluation evaluation) {
    this.scope = scope;
    this.evaluation = evaluation;
  }

  /** Whether something is wanted that has that condition, or none if null. */
  boolean allow(Value name) throws TemplateException {
    return name == null || holds(Arguments.text(name, "Condition"), name.place());
  }

  /** Whether the condition of that name holds. */
  boolean holds(String name, Place place) throws TemplateException {
    return holds(scope.condition(name, place));
  }

  private boolean holds(Value condition) throws TemplateException {
    if (++depth > MOST_STEPS) {
      throw new TemplateException(condition.place(), "the condition refers to itself");
    }
    try {
      Value.Members members = Arguments.members(condition, "a condition");
      if (members.members().size() != 1) {
        throw new TemplateException(condition.place(), "a condition is one function");
      }
      String function = members.members().keySet().iterator().next();
      return holds(function, members.members().get(function), condition.place());
    } finally {
      depth--;
    }
  }

  private boolean holds(String function, Value argument, Place place) throws TemplateException {
    return switch (function) {
      case "Condition" -> holds(Arguments.text(argument, function), place);
      case "Fn::Equals" -> {
        List<Value> sides = Arguments.list(argument, function, 2);
        yield text(sides.get(0)).equals(text(sides.get(1)));
      }
      case "Fn::Not" -> !holds(Arguments.list(argument, function, 1).get(0));
      case "Fn::And" -> !anyIs(false, argument, function);
      case "Fn::Or" -> anyIs(true, argument, function);
      default -> throw new TemplateException(place, "%s is not a condition".formatted(function));
    };
  }

  private String text(Value value) throws TemplateException {
    return Arguments.text(evaluation.of(value), "Fn::Equals");
  }

  private boolean anyIs(boolean outcome, Value argument, String function) throws TemplateException {
    for (Value each : Arguments.items(argument, function)) {
      if (holds(each) == outcome) {
        return true;
      }
    }
    return false;
  }
}
