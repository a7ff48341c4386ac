package io.albspec.proxy.api;

import io.albspec.proxy.control.ApiException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The parameters of a Query request as the tree their dotted names describe: {@code
 * Tags.member.1.Key=k} is the value {@code k} under Tags, member, 1, Key.
 */
final class Parameters {

  /** More parameters than the largest request that can be meant has. */
  private static final int MAX_PARAMETERS = 20_000;

  /** More steps than the deepest member has. */
  private static final int MAX_STEPS = 32;

  private final Map<String, Parameters> children = new LinkedHashMap<>();
  private Optional<String> value = Optional.empty();

  /**
   * Reads form-encoded parameters.
   *
   * @throws ApiException if a percent escape is malformed, or there are too many parameters
   */
  void read(String form) throws ApiException {
    String[] pairs = form.split("&", MAX_PARAMETERS + 1);
    if (pairs.length > MAX_PARAMETERS) {
      throw malformed("The request has more than %d parameters.".formatted(MAX_PARAMETERS));
    }
    for (String pair : pairs) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        put(decode(pair.substring(0, equals)), decode(pair.substring(equals + 1)));
      }
    }
  }

  private static String decode(String text) throws ApiException {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw malformed("The parameters contain a malformed percent escape.");
    }
  }

  private void put(String name, String text) throws ApiException {
    String[] steps = name.split("\\.", MAX_STEPS + 1);
    if (steps.length > MAX_STEPS) {
      throw malformed("The name of a parameter has more than %d parts.".formatted(MAX_STEPS));
    }
    Parameters place = this;
    for (String step : steps) {
      place = place.children.computeIfAbsent(step, key -> new Parameters());
    }
    place.value = Optional.of(text);
  }

  private static ApiException malformed(String message) {
    return new ApiException("MalformedQueryString", message);
  }

  /** What is under that name, empty if nothing was sent. */
  Optional<Parameters> child(String name) {
    return Optional.ofNullable(children.get(name));
  }

  /** Everything directly below, by name, in the order sent. */
  Map<String, Parameters> children() {
    return children;
  }

  /** The value sent for exactly this name. */
  Optional<String> value() {
    return value;
  }
}
