package io.albspec.proxy.exchange;

import java.time.Duration;
import java.util.Map;

/**
 * The attributes of a load balancer that the way of a request depends on (guide: "Load balancer
 * attributes").
 *
 * @param idleTimeout how long a connection may be silent
 * @param clientKeepAlive how long a client's connection is kept for further requests
 * @param xForwardedFor what becomes of X-Forwarded-For
 * @param xForwardedForPort whether the client's port is appended to its address there
 * @param preserveHost whether Host fields are left as they are
 * @param dropInvalidFields whether fields with invalid names are kept from targets
 * @param tlsFields whether targets are told version and cipher of secure connections
 * @param tls13Targets whether secure targets are offered TLS 1.3
 */
public record Settings(
    Duration idleTimeout,
    Duration clientKeepAlive,
    ForwardedFor xForwardedFor,
    boolean xForwardedForPort,
    boolean preserveHost,
    boolean dropInvalidFields,
    boolean tlsFields,
    boolean tls13Targets) {

  /** The modes of {@code routing.http.xff_header_processing.mode}. */
  public enum ForwardedFor {
    APPEND,
    PRESERVE,
    REMOVE
  }

  /** Reads them from attributes by their names in the guide, every one of them present. */
  public static Settings of(Map<String, String> attributes) {
    return new Settings(
        Duration.ofSeconds(Long.parseLong(attributes.get("idle_timeout.timeout_seconds"))),
        Duration.ofSeconds(Long.parseLong(attributes.get("client_keep_alive.seconds"))),
        forwardedFor(attributes.get("routing.http.xff_header_processing.mode")),
        Boolean.parseBoolean(attributes.get("routing.http.xff_client_port.enabled")),
        Boolean.parseBoolean(attributes.get("routing.http.preserve_host_header.enabled")),
        Boolean.parseBoolean(attributes.get("routing.http.drop_invalid_header_fields.enabled")),
        Boolean.parseBoolean(
            attributes.get("routing.http.x_amzn_tls_version_and_cipher_suite.enabled")),
        false);
  }

  /** The same behind a listener whose policy has TLS 1.3. */
  public Settings withTls13Targets() {
    return new Settings(
        idleTimeout,
        clientKeepAlive,
        xForwardedFor,
        xForwardedForPort,
        preserveHost,
        dropInvalidFields,
        tlsFields,
        true);
  }

  private static ForwardedFor forwardedFor(String mode) {
    return switch (mode) {
      case "preserve" -> ForwardedFor.PRESERVE;
      case "remove" -> ForwardedFor.REMOVE;
      default -> ForwardedFor.APPEND;
    };
  }
}
