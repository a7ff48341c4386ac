package io.albspec.proxy.routing;

import io.albspec.proxy.exchange.Exchange;
import io.albspec.proxy.exchange.OwnResponse;
import io.albspec.proxy.target.TargetGroup;

/** Notes what an action did. */
final class Performed implements Action.Performer {

  OwnResponse response;
  TargetGroup group;

  /** Lets the action handle the exchange. */
  static Performed by(Action action, Exchange exchange) {
    Performed performed = new Performed();
    action.perform(exchange, performed);
    return performed;
  }

  @Override
  public void respond(Exchange exchange, OwnResponse own) {
    response = own;
  }

  @Override
  public void forward(Exchange exchange, TargetGroup target) {
    group = target;
  }
}
