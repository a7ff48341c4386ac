package io.albspec.proxy.http1;

import io.albspec.proxy.exchange.Exchange;
import io.albspec.proxy.plan.Listener;

/** What happens to a request once its head is understood. */
@FunctionalInterface
public interface RequestHandler {

  /** Decides and acts; the client's side hears of the outcome through the exchange. */
  void handle(Exchange exchange, Listener listener);
}
