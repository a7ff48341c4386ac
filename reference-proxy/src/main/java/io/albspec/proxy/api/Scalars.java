package io.albspec.proxy.api;

import io.albspec.proxy.control.ApiException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import software.amazon.awssdk.core.protocol.MarshallingType;

/** Strings, numbers, booleans and timestamps as text on the wire. */
final class Scalars {

  private static final DateTimeFormatter TIMESTAMP =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private Scalars() {}

  /**
   * Reads a value of a member's type.
   *
   * @throws ApiException ValidationError naming the member
   */
  static Object parse(MarshallingType<?> type, String text, Path path) throws ApiException {
    if (type == MarshallingType.STRING) {
      return plain(text, path);
    }
    try {
      if (type == MarshallingType.INTEGER) {
        return Integer.valueOf(text);
      }
      if (type == MarshallingType.LONG) {
        return Long.valueOf(text);
      }
      if (type == MarshallingType.DOUBLE) {
        return Double.valueOf(text);
      }
      if (type == MarshallingType.INSTANT) {
        return Instant.parse(text);
      }
    } catch (NumberFormatException e) {
      throw wrong(text, path, "a number of type " + name(type));
    } catch (DateTimeException e) {
      throw wrong(text, path, "a timestamp such as 2024-03-08T12:00:00.000Z");
    }
    if (type == MarshallingType.BOOLEAN) {
      return bool(text, path);
    }
    throw new IllegalStateException("no way to read a member of type " + name(type));
  }

  /** Writes a value as text. */
  static String format(Object value) {
    return value instanceof Instant instant ? TIMESTAMP.format(instant) : String.valueOf(value);
  }

  private static Boolean bool(String text, Path path) throws ApiException {
    return switch (text) {
      case "true" -> Boolean.TRUE;
      case "false" -> Boolean.FALSE;
      default -> throw wrong(text, path, "true or false");
    };
  }

  /** A character that XML has no way to carry could never be answered again. */
  private static String plain(String text, Path path) throws ApiException {
    if (text.codePoints().anyMatch(character -> !XmlText.carries(character))) {
      throw ApiException.validation("'%s' contains a control character".formatted(path));
    }
    return text;
  }

  private static ApiException wrong(String text, Path path, String expected) {
    return ApiException.validation(
        "1 validation error detected: Value '%s' at '%s' failed to satisfy constraint: Member must be %s"
            .formatted(XmlText.visible(text), path, expected));
  }

  private static String name(MarshallingType<?> type) {
    return type.getTargetClass().getSimpleName().toLowerCase(Locale.ROOT);
  }
}
