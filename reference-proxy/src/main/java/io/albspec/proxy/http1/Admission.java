package io.albspec.proxy.http1;

import io.albspec.proxy.desync.Classifier;
import io.albspec.proxy.desync.Mode.Treatment;
import io.albspec.proxy.desync.Reason;
import io.albspec.proxy.desync.Tier;
import io.albspec.proxy.exchange.ClientSide;
import io.albspec.proxy.exchange.Exchange;
import io.albspec.proxy.exchange.OwnResponse;
import io.albspec.proxy.exchange.RequestHead;
import io.albspec.proxy.plan.Listener;

/**
 * Decides whether a request may pass, before anybody acts on it: whether it is one of HTTP/1, how
 * far it can be trusted and what the mode makes of that (guide: "Desync mitigation mode"), and
 * whether it can be told where its body ends. One for each worker.
 */
public final class Admission {

  private final Classifier classifier = new Classifier();
  private final RequestFraming framing = new RequestFraming();

  /** Nothing admitted yet. */
  public Admission() {}

  /** Looks at the head that has been received. Returns why it is refused, or null if it passes. */
  OwnResponse refusal(Exchange exchange, Listener listener, RequestFraming framing) {
    RequestHead request = exchange.request();
    OwnResponse unreadable = RequestLine.unreadable(request);
    if (unreadable != null) {
      return unreadable;
    }
    Treatment treatment = classify(exchange, listener);
    exchange.once(treatment != Treatment.ALLOWED);
    if (treatment == Treatment.BLOCKED) {
      return Refusals.BAD_REQUEST;
    }
    OwnResponse unacceptable = RequestLine.unacceptable(request);
    if (unacceptable != null) {
      return unacceptable;
    }
    OwnResponse refusal = framing.read(request);
    exchange.requestLength(framing.contentLength());
    exchange.framed(framing.isFramed());
    exchange.webSocket(framing.isWebSocket());
    return refusal;
  }

  /**
   * Looks at the head of a well-formed request of HTTP/2, put as HTTP/1.1 would have it. Returns
   * why it is refused, or null if it passes.
   *
   * @param bodyFollows whether the head is not all there is to the request
   */
  public OwnResponse refusal(Exchange exchange, Listener listener, boolean bodyFollows) {
    OwnResponse refusal = refusal(exchange, listener, framing);
    if (bodyFollows && !framing.isFramed()) {
      exchange.requestLength(ClientSide.UNKNOWN_LENGTH);
    }
    return refusal;
  }

  private Treatment classify(Exchange exchange, Listener listener) {
    Reason reason = classifier.classify(exchange.request());
    if (reason.tier() != Tier.COMPLIANT) {
      exchange.decision().classification(reason.tier().label(), reason.code());
      listener.counters().nonCompliant();
    }
    exchange.invalidFields(classifier.hasInvalidNames());
    return listener.desyncMode().treat(reason.tier());
  }
}
