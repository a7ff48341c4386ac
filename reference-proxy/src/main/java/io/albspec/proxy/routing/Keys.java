package io.albspec.proxy.routing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What rules with a condition are found by: each request that meets the condition has a value of
 * the field with one of the literals. Not each that has one meets it.
 *
 * @param field whose values are looked at
 * @param literals at least one; all different; none that is in every value
 */
public record Keys(Field field, List<Literal> literals) {

  /** The keys of patterns, or none if one of them says nothing about where its values are found. */
  static Optional<Keys> of(Field field, Wildcard[] patterns) {
    List<Literal> literals = new ArrayList<>();
    for (Wildcard pattern : patterns) {
      literals.add(pattern.literal());
    }
    return of(field, literals);
  }

  static Optional<Keys> of(Field field, List<Literal> literals) {
    return literals.isEmpty() || literals.stream().anyMatch(Literal::saysNothing)
        ? Optional.empty()
        : Optional.of(new Keys(field, literals.stream().distinct().toList()));
  }
}
