package io.albspec.proxy.telemetry;

import io.albspec.proxy.exchange.Exchange;

/** Where the requests of one load balancer are logged (guide: "Access logs"). */
@FunctionalInterface
public interface AccessLog {

  /** Logs nothing: access logs are disabled. */
  AccessLog NONE = exchange -> {};

  /**
   * Takes an entry for a completed exchange. What it needs is copied before it returns; it does not
   * block.
   */
  void log(Exchange exchange);
}
