package io.albspec.proxy.target;

import io.albspec.proxy.exchange.Exchange;

/** A target group at work: chooses a target for each request. */
public interface TargetGroup {

  /** Its ARN. */
  String arn();

  /** How requests are sent to its targets. */
  ProtocolVersion protocolVersion();

  /** Whether any target, healthy or not, is registered and not draining. */
  boolean isEmpty();

  /** Its sticky sessions. */
  Stickiness stickiness();

  /**
   * The target that was chosen for a session, if it may get requests now; else null. Only of groups
   * with sticky sessions.
   *
   * @param identity of the target
   */
  Target eligible(Exchange exchange, String identity);

  /** The target for this request, by the algorithm, or null if there is none. */
  Target choose(Exchange exchange);
}
