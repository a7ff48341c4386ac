package io.albspec.proxy.server;

import io.albspec.proxy.backend.Backend;
import io.albspec.proxy.exchange.Exchange;
import io.albspec.proxy.exchange.OwnResponse;
import io.albspec.proxy.exchange.RequestProtocol;
import io.albspec.proxy.http1.RequestHandler;
import io.albspec.proxy.plan.Listener;
import io.albspec.proxy.plan.Rule;
import io.albspec.proxy.routing.Action;
import io.albspec.proxy.stickiness.StickySessions;
import io.albspec.proxy.target.Target;
import io.albspec.proxy.target.TargetGroup;
import io.albspec.proxy.telemetry.Counters;
import java.util.function.Consumer;

/** The decision in the middle: which rule, which action, which target. One for each worker. */
final class Dispatcher implements RequestHandler, Action.Performer {

  private static final OwnResponse SERVICE_UNAVAILABLE =
      OwnResponse.error(503, "Service Temporarily Unavailable", false);

  /** Guide: "HTTP 464". */
  private static final OwnResponse INCOMPATIBLE_PROTOCOL =
      OwnResponse.error(464, "Incompatible Protocol", false);

  private final StickySessions sessions;
  private final Backend backend;
  private final Consumer<Exchange> tracer;

  Dispatcher(StickySessions sessions, Backend backend, Consumer<Exchange> tracer) {
    this.sessions = sessions;
    this.backend = backend;
    this.tracer = tracer;
  }

  @Override
  public void handle(Exchange exchange, Listener listener) {
    tracer.accept(exchange);
    Rule rule = listener.match(exchange);
    exchange.decision().rule(rule.priority(), rule.action().name());
    rule.action().perform(exchange, this);
    if (!exchange.decision().target().isEmpty()) {
      forwarded(exchange, listener.counters());
    }
    if (exchange.decision().isNewSession()) {
      listener.counters().nonSticky();
    }
  }

  private static void forwarded(Exchange exchange, Counters counters) {
    if (exchange.hasInvalidFields()) {
      counters.invalidHeader(exchange.settings().dropInvalidFields());
    }
    if (exchange.protocol() == RequestProtocol.GRPC) {
      counters.grpc();
    }
  }

  @Override
  public void respond(Exchange exchange, OwnResponse response) {
    exchange.clientSide().respond(response);
  }

  @Override
  public void forward(Exchange exchange, TargetGroup group) {
    if (!group.protocolVersion().takes(exchange)) {
      exchange.clientSide().respond(INCOMPATIBLE_PROTOCOL);
      return;
    }
    Target target = sessions.choose(exchange, group);
    if (target == null) {
      exchange.clientSide().respond(SERVICE_UNAVAILABLE);
      return;
    }
    exchange.decision().target(target.toString());
    backend.send(exchange, target);
  }
}
