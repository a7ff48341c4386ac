package io.albspec.proxy.control.rules;

import io.albspec.proxy.control.ApiException;
import java.util.Objects;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ProtocolEnum;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.RedirectActionConfig;

/** A redirect action (guide, "Redirect actions"). */
final class Redirect {

  private static final String PATH_RULE =
      "The Path parameter must be a valid path, should start with a '/', and may contain up to one"
          + " of each of these placeholders: '#{path}', '#{host}', '#{port}'.";
  private static final Pattern HOST = Pattern.compile("[A-Za-z0-9.*?-]*");
  private static final Pattern PATH = Pattern.compile("/[A-Za-z0-9*?&;_.$/~\"'@:+-]*");

  private Redirect() {}

  /** What is not given retains the part of the request's URL. */
  static RedirectActionConfig checked(RedirectActionConfig given, ListenerSite site)
      throws ApiException {
    RedirectActionConfig config =
        given.toBuilder()
            .protocol(Objects.requireNonNullElse(given.protocol(), "#{protocol}"))
            .host(Objects.requireNonNullElse(given.host(), "#{host}"))
            .port(Objects.requireNonNullElse(given.port(), "#{port}"))
            .path(Objects.requireNonNullElse(given.path(), "/#{path}"))
            .query(Objects.requireNonNullElse(given.query(), "#{query}"))
            .build();
    host(config.host());
    port(config.port());
    path(config.path());
    query(config.query());
    protocol(config, site);
    return config;
  }

  private static void host(String host) throws ApiException {
    if (!HOST.matcher(Keyword.strip(host, Keyword.HOST)).matches()) {
      throw invalid(
          "The Host parameter must be a valid host name and may contain the placeholder '#{host}' once.");
    }
  }

  private static void port(String port) throws ApiException {
    if (!Ports.isPort(port) && !port.equals("#{port}")) {
      throw invalid("The Port parameter must be a number from 1 to 65535 or '#{port}'.");
    }
  }

  private static void path(String path) throws ApiException {
    String plain = Keyword.strip(path, Keyword.HOST, Keyword.PATH, Keyword.PORT);
    if (!PATH.matcher(plain).matches()) {
      throw invalid(PATH_RULE);
    }
  }

  private static void query(String query) throws ApiException {
    String plain = Keyword.strip(query, Keyword.values());
    if (plain.contains("#{") || query.startsWith("?") || !VisibleAscii.only(plain)) {
      throw invalid(
          "The Query parameter must be a valid query without the leading '?' and may contain up to one of each of"
              + " these placeholders: '#{protocol}', '#{host}', '#{port}', '#{path}', '#{query}'.");
    }
  }

  private static void protocol(RedirectActionConfig config, ListenerSite site) throws ApiException {
    if (site.protocol() == ProtocolEnum.HTTPS && config.protocol().equals("HTTP")) {
      throw invalid("A redirect from HTTPS to HTTP is not allowed.");
    }
    boolean sameProtocol =
        config.protocol().equals("#{protocol}")
            || config.protocol().equals(site.protocol().toString());
    boolean samePort =
        config.port().equals("#{port}") || config.port().equals(String.valueOf(site.port()));
    if (sameProtocol
        && samePort
        && config.host().equals("#{host}")
        && config.path().equals("/#{path}")) {
      throw invalid(
          "The redirect must change at least one of protocol, host, port and path to avoid a redirect loop.");
    }
  }

  private static ApiException invalid(String message) {
    return new ApiException("InvalidLoadBalancerAction", message);
  }
}
