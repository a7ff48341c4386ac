package io.albspec.reports.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Map;

/** Access to the fields of messages that says which one is missing. */
final class Field {

  private Field() {}

  static String text(JsonNode message, String name) {
    JsonNode value = message.path(name);
    if (!value.isTextual()) {
      throw new MissingFieldException("has no " + name);
    }
    return value.textValue();
  }

  static Instant instant(JsonNode message) {
    JsonNode timestamp = message.path("timestamp");
    if (!timestamp.path("seconds").canConvertToLong()) {
      throw new MissingFieldException("has no timestamp");
    }
    return Instant.ofEpochSecond(
        timestamp.path("seconds").longValue(), timestamp.path("nanos").longValue());
  }

  /** The value an earlier message gave an id to. */
  static <V> V known(Map<String, V> values, String id, String what) {
    V value = values.get(id);
    if (value == null) {
      throw new MissingFieldException("names a " + what + " no earlier line speaks of: " + id);
    }
    return value;
  }
}
