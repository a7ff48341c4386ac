package io.albspec.steps.world;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a field should be: exactly a text, or {@code ~ regex} for the whole of it, {@code (absent)},
 * or {@code (present)} and not empty.
 */
public record FieldMatch(String expected) {

  private static final String REGEX = "~ ";

  /** Whether a value, empty if the field is not there, is what it should be. */
  public boolean matches(Optional<String> actual) {
    return switch (expected) {
      case "(absent)" -> actual.isEmpty();
      case "(present)" -> actual.isPresent() && !actual.get().isEmpty();
      default ->
          actual.isPresent()
              && (expected.startsWith(REGEX)
                  ? Pattern.compile(expected.substring(REGEX.length()), Pattern.DOTALL)
                      .matcher(actual.get())
                      .matches()
                  : actual.get().equals(expected));
    };
  }
}
