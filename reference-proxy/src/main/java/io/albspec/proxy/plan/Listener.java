package io.albspec.proxy.plan;

import io.albspec.proxy.desync.Mode;
import io.albspec.proxy.exchange.Exchange;
import io.albspec.proxy.exchange.Settings;
import io.albspec.proxy.telemetry.AccessLog;
import io.albspec.proxy.telemetry.ConnectionLog;
import io.albspec.proxy.telemetry.Counters;
import io.albspec.proxy.tls.SecureSettings;
import java.util.Optional;

/**
 * A compiled listener.
 *
 * @param arn its ARN
 * @param port the port it was created for
 * @param settings the attributes of its balancer
 * @param desyncMode what becomes of requests that do not comply
 * @param counters of its balancer
 * @param accessLog where its requests are logged
 * @param connectionLog where its connections are logged
 * @param rules its rules
 * @param secure how it negotiates with its clients; empty unless its protocol is HTTPS
 */
public record Listener(
    String arn,
    int port,
    Settings settings,
    Mode desyncMode,
    Counters counters,
    AccessLog accessLog,
    ConnectionLog connectionLog,
    RuleTable rules,
    Optional<SecureSettings> secure) {

  /** The first rule whose conditions the request meets; at least the default rule. */
  public Rule match(Exchange exchange) {
    return rules.match(exchange);
  }
}
