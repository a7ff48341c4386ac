package io.albspec.steps.world;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.albspec.fixtures.client.Response;
import java.net.URLEncoder;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The cookies that responses set, as a client keeps them: the newest of each name. */
public final class Cookies implements NameSource {

  private static final String ENCODED = "encoded-";
  private static final String EXPIRES = "Expires=";

  /** The run-time names of the balancer's own cookies. */
  private static final Map<String, String> NAMES =
      Map.of(
          "tg-cookie", "AWSALBTG",
          "tg-cors-cookie", "AWSALBTGCORS",
          "lb-cookie", "AWSALB",
          "lb-cors-cookie", "AWSALBCORS",
          "app-cookie", "AWSALBAPP-0");

  private final Clients clients;
  private final Sut sut;

  /** Those that these clients got. */
  public Cookies(Clients clients, Sut sut) {
    this.clients = clients;
    this.sut = sut;
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
  public static List<SetCookie> of(Response response, String name) {
    return response.headers("Set-Cookie").stream()
        .map(SetCookie::of)
        .filter(cookie -> cookie.name().equals(name))
        .toList();
  }

  /** The header that sends back what has not expired, in the order in which it was set first. */
  public List<Map.Entry<String, String>> header() {
    Map<String, SetCookie> kept = new LinkedHashMap<>();
    for (Response response : clients.responses()) {
      response.headers("Set-Cookie").stream()
          .map(SetCookie::of)
          .forEach(cookie -> kept.put(cookie.name(), cookie));
    }
    Instant now = sut.clock().now();
    String pairs =
        kept.values().stream()
            .filter(cookie -> expiry(cookie).map(now::isBefore).orElse(true))
            .map(cookie -> cookie.name() + "=" + cookie.value())
            .collect(Collectors.joining("; "));
    return pairs.isEmpty() ? List.of() : List.of(Map.entry("Cookie", pairs));
  }

  /** How long after the date of a response the client is to forget a cookie that it sets. */
  public static Duration lifetime(Response response, SetCookie cookie) {
    Instant expiry =
        expiry(cookie)
            .orElseThrow(() -> new AssertionError("no Expires among " + cookie.attributes()));
    return Duration.between(date(response.headers("Date").get(0)), expiry);
  }

  private static Optional<Instant> expiry(SetCookie cookie) {
    return cookie.attributes().stream()
        .filter(attribute -> attribute.startsWith(EXPIRES))
        .findFirst()
        .map(attribute -> date(attribute.substring(EXPIRES.length())));
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
