package io.albspec.proxy.api;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * What the API's model demands of a member.
 *
 * @param demand what a member must be, to be put after "Member must"
 * @param met whether a value meets it; for a member that is required, a value that is not there is
 *     null
 */
record Constraint(String demand, Predicate<Object> met) {

  /** The member must be there. */
  static final Constraint REQUIRED = new Constraint("not be null", value -> value != null);

  /** A member that entered the API after the guide was written: it must not be there. */
  static final Constraint NEWER =
      present("not be set: it entered the API after the guide", value -> false);

  /** One of these words. */
  static Constraint oneOf(String... words) {
    List<String> set = Arrays.asList(words);
    return present("satisfy enum value set: " + set, set::contains);
  }

  /** A number no smaller than that. */
  static Constraint atLeast(int minimum) {
    return present(
        "have value greater than or equal to " + minimum,
        value -> ((Number) value).longValue() >= minimum);
  }

  /** A number no larger than that. */
  static Constraint atMost(int maximum) {
    return present(
        "have value less than or equal to " + maximum,
        value -> ((Number) value).longValue() <= maximum);
  }

  /** A text or list no shorter than that. */
  static Constraint longerThanOrEqual(int minimum) {
    return present(
        "have length greater than or equal to " + minimum, value -> length(value) >= minimum);
  }

  /** A text or list no longer than that. */
  static Constraint shorterThanOrEqual(int maximum) {
    return present(
        "have length less than or equal to " + maximum, value -> length(value) <= maximum);
  }

  /** A text of that form as a whole. */
  static Constraint pattern(String regex) {
    Pattern pattern = Pattern.compile(regex);
    return present(
        "satisfy regular expression pattern: " + regex,
        value -> pattern.matcher((String) value).matches());
  }

  /** What the member must be, if it is not. */
  Optional<String> violatedBy(Object value) {
    return met.test(value) ? Optional.empty() : Optional.of(demand);
  }

  private static Constraint present(String demand, Predicate<Object> met) {
    return new Constraint(demand, value -> value == null || met.test(value));
  }

  private static int length(Object value) {
    return value instanceof Collection<?> list
        ? list.size()
        : ((String) value).codePointCount(0, ((String) value).length());
  }
}
