package io.albspec.steps.world;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.albspec.fixtures.client.RawResponse;
import java.net.URLEncoder;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The cookies that responses set, as a client would keep them. */
public final class Cookies implements NameSource {

  private static final String ENCODED = "encoded-";

  /** The run-time names of the balancer's own cookies. */
  private static final Map<String, String> NAMES =
      Map.of("tg-cookie", "AWSALBTG", "tg-cors-cookie", "AWSALBTGCORS");

  private final Clients clients;

  /** Those that these clients got. */
  public Cookies(Clients clients) {
    this.clients = clients;
  }

  /** A header line that sets a cookie. */
  public record SetCookie(String name, String value, List<String> attributes) {

    static SetCookie of(String line) {
      String[] parts = line.split(";\\s*");
      String[] pair = parts[0].split("=", 2);
      return new SetCookie(
          pair[0], pair.length == 1 ? "" : pair[1], List.of(parts).subList(1, parts.length));
    }
  }

  /** The cookies of that name that a response sets. */
  public static List<SetCookie> of(RawResponse response, String name) {
    return response.headers("Set-Cookie").stream()
        .map(SetCookie::of)
        .filter(cookie -> cookie.name().equals(name))
        .toList();
  }

  /** How long after the date of a response the client is to forget a cookie that it sets. */
  public static Duration lifetime(RawResponse response, SetCookie cookie) {
    String expires =
        cookie.attributes().stream()
            .filter(attribute -> attribute.startsWith("Expires="))
            .findFirst()
            .orElseThrow(() -> new AssertionError("no Expires among " + cookie.attributes()))
            .substring("Expires=".length());
    return Duration.between(date(response.headers("Date").get(0)), date(expires));
  }

  private static Instant date(String text) {
    return Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(text));
  }

  @Override
  public Optional<String> value(String name) {
    if (name.startsWith(ENCODED)) {
      return value(name.substring(ENCODED.length())).map(value -> URLEncoder.encode(value, UTF_8));
    }
    return Optional.ofNullable(NAMES.get(name)).map(this::newest);
  }

  private String newest(String name) {
    return clients.responses().stream()
        .flatMap(response -> of(response, name).stream())
        .reduce((earlier, later) -> later)
        .orElseThrow(() -> new AssertionError("no response has set the cookie " + name))
        .value();
  }
}
