package io.albspec.proxy.routing;

import io.albspec.proxy.exchange.Exchange;
import java.util.List;

/**
 * The client's connection comes from one of these blocks (guide: "Source IP address conditions").
 * X-Forwarded-For plays no part.
 */
final class SourceIpCondition implements Condition {

  private final Cidr[] blocks;

  SourceIpCondition(List<String> blocks) {
    this.blocks = blocks.stream().map(Cidr::of).toArray(Cidr[]::new);
  }

  @Override
  public boolean matches(Exchange exchange) {
    byte[] address = exchange.connection().client().getAddress().getAddress();
    for (Cidr block : blocks) {
      if (block.contains(address)) {
        return true;
      }
    }
    return false;
  }
}
