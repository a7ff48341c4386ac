package io.albspec.proxy.telemetry;

import io.albspec.proxy.exchange.ConnectionOutcome;

/** Where the connections of one load balancer are logged (guide: "Connection logs"). */
@FunctionalInterface
public interface ConnectionLog {

  /** Logs nothing: connection logs are disabled. */
  ConnectionLog NONE = outcome -> {};

  /** Takes an entry for a connection that is established, or cannot be; it does not block. */
  void log(ConnectionOutcome outcome);
}
