package io.albspec.proxy.api.signature;

import io.albspec.proxy.control.ApiException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** When a request was signed: ISO 8601 in its basic form, {@code 20150830T123600Z}. */
final class Timestamp {

  private static final DateTimeFormatter BASIC =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT)
          .withResolverStyle(ResolverStyle.STRICT);
  private static final String AMZ_DATE = "x-amz-date";
  private static final String DATE = "date";

  private Timestamp() {}

  /**
   * The one in the headers of a request; that of X-Amz-Date if there is one, else that of Date.
   *
   * @throws ApiException if it is in another form
   */
  static Optional<String> of(SignedRequest request) throws ApiException {
    List<String> values = request.header(header(request));
    return values.isEmpty() ? Optional.empty() : Optional.of(required(basic(values.get(0))));
  }

  /** The header it stands in. */
  static String header(SignedRequest request) {
    return request.header(AMZ_DATE).isEmpty() ? DATE : AMZ_DATE;
  }

  /** The Date header has the form of HTTP, mostly. */
  private static String basic(String value) {
    try {
      return text(Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(value)));
    } catch (DateTimeException other) {
      return value;
    }
  }

  static String required(String text) throws ApiException {
    try {
      BASIC.parse(text);
      return text;
    } catch (DateTimeException e) {
      throw Refusals.incomplete(
          "Date must be in ISO-8601 'basic format'. Got '%s'.".formatted(text));
    }
  }

  static Instant instant(String text) {
    return LocalDateTime.parse(text, BASIC).toInstant(ZoneOffset.UTC);
  }

  static String text(Instant instant) {
    return BASIC.format(instant.atOffset(ZoneOffset.UTC));
  }
}
