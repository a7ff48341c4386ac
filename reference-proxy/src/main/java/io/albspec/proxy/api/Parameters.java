package io.albspec.proxy.api;

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

  private final Map<String, Parameters> children = new LinkedHashMap<>();
  private Optional<String> value = Optional.empty();

  /**
   * Reads form-encoded parameters.
   *
   * @throws IllegalArgumentException if a percent escape is malformed
   */
  void read(String form) {
    for (String pair : form.split("&", -1)) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        put(decode(pair.substring(0, equals)), decode(pair.substring(equals + 1)));
      }
    }
  }

  private static String decode(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  private void put(String name, String text) {
    Parameters place = this;
    for (String step : name.split("\\.", -1)) {
      place = place.children.computeIfAbsent(step, key -> new Parameters());
    }
    place.value = Optional.of(text);
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
