package io.albspec.proxy.target;

import io.albspec.proxy.exchange.Exchange;

/** A target group at work: chooses a target for each request. */
public interface TargetGroup {

  /** Its ARN. */
  String arn();

  /** Whether any target, healthy or not, is registered and not draining. */
  boolean isEmpty();

  /** The target for this request, or null if there is none. */
  Target choose(Exchange exchange);
}
