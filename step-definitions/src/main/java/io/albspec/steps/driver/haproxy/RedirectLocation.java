package io.albspec.steps.driver.haproxy;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Listener;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.RedirectActionConfig;

/**
 * The Location of a redirect as a log format (guide, "Redirect actions"). Protocol and port of the
 * original URL are those of the listener and known beforehand; the rest comes from the request.
 */
final class RedirectLocation {

  private static final Pattern KEYWORD = Pattern.compile("#\\{(protocol|host|port|path|query)}");
  private static final String QUERY = "#{query}";

  private final Map<String, String> keywords;

  RedirectLocation(Listener listener) {
    this.keywords =
        Map.of(
            "protocol", listener.protocolAsString().toLowerCase(Locale.ROOT),
            "host", "%[req.fhdr(host,1),host_only]",
            "port", String.valueOf(listener.port()),
            "path", "%[path,regsub(^/,)]",
            "query", "%[query]");
  }

  /** The log format, not quoted yet. */
  String format(RedirectActionConfig redirect) {
    String protocol = given(redirect.protocol(), "#{protocol}").toLowerCase(Locale.ROOT);
    return expand(protocol)
        + "://"
        + expand(given(redirect.host(), "#{host}"))
        + ":"
        + expand(given(redirect.port(), "#{port}"))
        + expand(given(redirect.path(), "/#{path}"))
        + query(given(redirect.query(), QUERY));
  }

  /** The question mark stands only before a query that is there. */
  private String query(String query) {
    if (query.isEmpty()) {
      return "";
    }
    return query.equals(QUERY) ? "%[query,regsub(^,?)]" : "?" + expand(query);
  }

  private String expand(String component) {
    Matcher matcher = KEYWORD.matcher(component);
    StringBuilder format = new StringBuilder();
    int end = 0;
    while (matcher.find()) {
      format.append(literal(component.substring(end, matcher.start())));
      format.append(keywords.get(matcher.group(1)));
      end = matcher.end();
    }
    return format.append(literal(component.substring(end))).toString();
  }

  private static String literal(String text) {
    return text.replace("%", "%%");
  }

  private static String given(String value, String retained) {
    return Optional.ofNullable(value).orElse(retained);
  }
}
