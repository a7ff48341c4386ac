package io.albspec.proxy.http1;

import io.albspec.proxy.exchange.Exchange;
import io.albspec.proxy.worker.Worker;
import java.time.Duration;

/**
 * Whether a client's connection serves another request after the one at hand (guide: "HTTP client
 * keepalive duration"). The duration is that of the moment at which the connection began.
 */
final class Persistence {

  private final Worker worker;
  private final long until;
  private boolean retiring;

  /** For a connection that begins now. */
  Persistence(Worker worker, Duration keepAlive) {
    this.worker = worker;
    this.until = worker.nanos() + keepAlive.toNanos();
  }

  /** No request is served any more but the one in progress. */
  void retire() {
    retiring = true;
  }

  boolean isRetiring() {
    return retiring;
  }

  /** Whether the response to this request is the last one. */
  boolean endsWith(Exchange exchange, RequestFraming framing) {
    return retiring || exchange.isOnce() || !framing.isKeepAlive() || worker.nanos() >= until;
  }
}
