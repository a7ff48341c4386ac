package io.albspec.proxy.routing;

import io.albspec.proxy.exchange.Exchange;
import io.albspec.proxy.exchange.RequestHead;
import java.util.Optional;

/**
 * The host name of a request is like one of these, whatever its port (guide: "Host conditions").
 */
final class HostCondition implements Condition {

  private final Wildcard[] hosts;

  HostCondition(Iterable<String> hosts) {
    this.hosts = Wildcard.ignoringCase(hosts);
  }

  @Override
  public boolean matches(Exchange exchange) {
    RequestHead request = exchange.request();
    return Wildcard.any(hosts, request.head().bytes(), request.hostStart(), request.hostNameEnd());
  }

  @Override
  public Optional<Keys> keys() {
    return Keys.of(PartField.HOST, hosts);
  }
}
