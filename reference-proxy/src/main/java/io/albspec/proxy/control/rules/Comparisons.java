package io.albspec.proxy.control.rules;

import io.albspec.proxy.control.ApiException;
import java.util.List;
import java.util.function.Predicate;

/**
 * The strings of one condition that a request is compared with.
 *
 * @param count how many match evaluations they are
 * @param texts the strings themselves
 */
record Comparisons(int count, List<String> texts) {

  /** As many evaluations as there are strings, at least one and at most three. */
  static Comparisons of(String field, List<String> values) throws ApiException {
    return of(field, values.size(), values);
  }

  static Comparisons of(String field, int count, List<String> texts) throws ApiException {
    if (count == 0 || texts.stream().anyMatch(String::isEmpty)) {
      throw ApiException.validation("A condition value must be specified");
    }
    if (count > Conditions.VALUES_PER_CONDITION) {
      throw ApiException.validation(
          "A '%s' condition can only have '%d' condition values"
              .formatted(field, Conditions.VALUES_PER_CONDITION));
    }
    return new Comparisons(count, texts);
  }

  /** Refuses strings that are longer than that. */
  Comparisons noLongerThan(int limit, String what) throws ApiException {
    if (texts.stream().anyMatch(text -> text.length() > limit)) {
      throw ApiException.validation(
          "The '%s' value is too long; the limit is '%d'".formatted(what, limit));
    }
    return this;
  }

  /** Refuses strings that are not of a form. */
  Comparisons each(Predicate<String> allowed, String what, String demand) throws ApiException {
    for (String text : texts) {
      if (!allowed.test(text)) {
        throw ApiException.validation(
            "The '%s' value '%s' is invalid; %s".formatted(what, text, demand));
      }
    }
    return this;
  }

  /** How many wildcard characters they contain. */
  int wildcards() {
    return texts.stream()
        .mapToInt(text -> (int) text.chars().filter(c -> c == '*' || c == '?').count())
        .sum();
  }
}
