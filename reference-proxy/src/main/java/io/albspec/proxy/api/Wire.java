package io.albspec.proxy.api;

import java.util.Objects;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.MapTrait;

/** The names between a list or map and what is in it, where the model does not give its own. */
final class Wire {

  /** The name of each pair of a map. */
  static final String ENTRY = "entry";

  private Wire() {}

  /** The name of each item of a list. */
  static String item(ListTrait trait) {
    return Objects.requireNonNullElse(trait.memberLocationName(), "member");
  }

  /** The name of the key of a pair. */
  static String key(MapTrait trait) {
    return Objects.requireNonNullElse(trait.keyLocationName(), "key");
  }

  /** The name of the value of a pair. */
  static String value(MapTrait trait) {
    return Objects.requireNonNullElse(trait.valueLocationName(), "value");
  }
}
