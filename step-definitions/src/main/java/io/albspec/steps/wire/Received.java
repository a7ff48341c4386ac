package io.albspec.steps.wire;

import java.net.InetSocketAddress;
import java.time.Instant;

/**
 * A request as a target got it.
 *
 * @param order counts the requests of a scenario, over all targets
 * @param at guide time of its arrival
 * @param connection the one it came on
 * @param head request line and fields
 * @param body decoded
 */
public record Received(long order, Instant at, TargetConnection connection, Head head, byte[] body) {

  /** The path and query, as in the request line. */
  public String target() {
    return head.word(1);
  }

  /** The node it came from. */
  public InetSocketAddress from() {
    return connection.from();
  }

  /** The port of the target it came to. */
  public int port() {
    return connection.port();
  }
}
