package io.albspec.proxy.routing;

import io.albspec.proxy.exchange.Exchange;
import io.albspec.proxy.exchange.RequestHead;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.RedirectActionConfig;

/**
 * The URL of a redirect, {@code protocol://hostname:port/path?query}, with keywords for parts of
 * the request's own (guide: "Redirect actions"). Protocol and port are those of the listener, so
 * they are filled in when it is compiled. Immutable.
 */
final class UrlTemplate {

  private static final Pattern KEYWORD = Pattern.compile("#\\{(protocol|host|port|path|query)}");
  private static final int USUAL_LENGTH = 128;

  private final List<Piece> address;
  private final List<Piece> query;

  /** A part of the URL. */
  @FunctionalInterface
  private interface Piece {

    void appendTo(UrlWriter url, Exchange exchange);
  }

  private UrlTemplate(List<Piece> address, List<Piece> query) {
    this.address = address;
    this.query = query;
  }

  /**
   * Reads the components; one that is not given retains its value.
   *
   * @param protocol of the listener, HTTP or HTTPS
   * @param port of the listener
   */
  static UrlTemplate of(RedirectActionConfig config, String protocol, int port) {
    String address =
        orKeyword(config.protocol(), "#{protocol}").toLowerCase(Locale.ROOT)
            + "://"
            + orKeyword(config.host(), "#{host}")
            + ":"
            + orKeyword(config.port(), "#{port}")
            + orKeyword(config.path(), "/#{path}").replace("&amp;", "&");
    String query = orKeyword(config.query(), "#{query}");
    return new UrlTemplate(pieces(address, protocol, port), pieces(query, protocol, port));
  }

  private static String orKeyword(String component, String keyword) {
    return component == null ? keyword : component;
  }

  private static List<Piece> pieces(String component, String protocol, int port) {
    String known =
        component
            .replace("#{protocol}", protocol.toLowerCase(Locale.ROOT))
            .replace("#{port}", Integer.toString(port));
    List<Piece> pieces = new ArrayList<>();
    Matcher keywords = KEYWORD.matcher(known);
    int from = 0;
    for (MatchResult keyword : keywords.results().toList()) {
      pieces.add(literal(known.substring(from, keyword.start())));
      pieces.add(keyword(keyword.group(1)));
      from = keyword.end();
    }
    pieces.add(literal(known.substring(from)));
    return List.copyOf(pieces);
  }

  private static Piece literal(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return (url, exchange) -> url.put(bytes, 0, bytes.length);
  }

  private static Piece keyword(String name) {
    return switch (name) {
      case "host" -> UrlTemplate::host;
      case "path" -> UrlTemplate::path;
      default -> UrlTemplate::query;
    };
  }

  /** The request's host; the node's address if it names none. */
  private static void host(UrlWriter url, Exchange exchange) {
    RequestHead request = exchange.request();
    int from = request.hostStart();
    int to = request.hostNameEnd();
    if (from < to) {
      url.putHost(request.head().bytes(), from, to);
    } else {
      url.putAddress(exchange.connection().node().getAddress());
    }
  }

  /** The path as it was sent, without its leading slash. */
  private static void path(UrlWriter url, Exchange exchange) {
    RequestHead request = exchange.request();
    byte[] bytes = request.head().bytes();
    int from = request.pathStart();
    boolean slash = from < request.pathEnd() && bytes[from] == '/';
    url.put(bytes, slash ? from + 1 : from, request.pathEnd());
  }

  private static void query(UrlWriter url, Exchange exchange) {
    RequestHead request = exchange.request();
    if (request.queryStart() >= 0) {
      url.put(request.head().bytes(), request.queryStart(), request.targetEnd());
    }
  }

  /** The URL for this request: visible ASCII characters, of any length. */
  String url(Exchange exchange) {
    UrlWriter url = new UrlWriter(USUAL_LENGTH);
    for (Piece piece : address) {
      piece.appendTo(url, exchange);
    }
    url.beginQuery();
    for (Piece piece : query) {
      piece.appendTo(url, exchange);
    }
    return url.finish();
  }
}
