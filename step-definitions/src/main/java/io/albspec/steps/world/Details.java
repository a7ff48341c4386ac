package io.albspec.steps.world;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a step may say of a request after its path.
 *
 * @param host of the request
 * @param method of the request
 * @param body of the request
 * @param zone the client's node is in, counted from 0
 * @param times how often it is sent
 * @param background whether nobody waits for the response
 */
public record Details(
    Optional<String> host,
    Optional<String> method,
    Optional<String> body,
    int zone,
    int times,
    boolean background) {

  /** The text of the details, which may be empty. */
  public static final String PATTERN =
      "(?: from \"[^\"]*\")?(?: with the method \"[^\"]*\")?(?: with the body \"[^\"]*\")?"
          + "(?: in zone [ab])?(?: \\d+ times)?(?: in the background)?";

  private static final Pattern PARTS =
      Pattern.compile(
          "(?: from \"([^\"]*)\")?(?: with the method \"([^\"]*)\")?(?: with the body \"([^\"]*)\")?"
              + "(?: in zone ([ab]))?(?: (\\d+) times)?( in the background)?");

  /**
   * The details of a text.
   *
   * @throws IllegalArgumentException if it does not match {@link #PATTERN}
   */
  public static Details of(String text) {
    Matcher parts = PARTS.matcher(text);
    if (!parts.matches()) {
      throw new IllegalArgumentException("not the details of a request: " + text);
    }
    return new Details(
        Optional.ofNullable(parts.group(1)),
        Optional.ofNullable(parts.group(2)),
        Optional.ofNullable(parts.group(3)),
        "b".equals(parts.group(4)) ? 1 : 0,
        Optional.ofNullable(parts.group(5)).map(Integer::valueOf).orElse(1),
        parts.group(6) != null);
  }
}
