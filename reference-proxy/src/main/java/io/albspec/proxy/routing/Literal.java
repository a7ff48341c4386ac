package io.albspec.proxy.routing;

import java.util.Locale;

/**
 * What every value that a pattern matches has in common, whatever the case of its letters.
 *
 * @param place where in the value it is
 * @param text in lower case
 */
public record Literal(Place place, String text) {

  /** Where in a value a literal is. */
  public enum Place {
    /** The value is the literal. */
    WHOLE,
    /** The value begins with it. */
    START,
    /** The value ends with it. */
    END
  }

  /** The text in lower case. */
  public Literal {
    text = text.toLowerCase(Locale.ROOT);
  }

  /** Whether it is in every value. */
  boolean saysNothing() {
    return place != Place.WHOLE && text.isEmpty();
  }
}
