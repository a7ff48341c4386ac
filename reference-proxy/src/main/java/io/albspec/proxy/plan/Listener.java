package io.albspec.proxy.plan;

import io.albspec.proxy.desync.Mode;
import io.albspec.proxy.exchange.Exchange;
import io.albspec.proxy.exchange.Settings;
import io.albspec.proxy.telemetry.AccessLog;
import io.albspec.proxy.telemetry.Counters;

/**
 * A compiled listener.
 *
 * @param arn its ARN
 * @param port the port it was created for
 * @param settings the attributes of its balancer
 * @param desyncMode what becomes of requests that do not comply
 * @param counters of its balancer
 * @param accessLog where its requests are logged
 * @param rules its rules
 */
public record Listener(
    String arn,
    int port,
    Settings settings,
    Mode desyncMode,
    Counters counters,
    AccessLog accessLog,
    RuleTable rules) {

  /** The first rule whose conditions the request meets; at least the default rule. */
  public Rule match(Exchange exchange) {
    return rules.match(exchange);
  }
}
