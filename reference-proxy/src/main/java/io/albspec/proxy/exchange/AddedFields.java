package io.albspec.proxy.exchange;

import java.time.Instant;

/** Header fields that the balancer adds to the target's response once its head is there. */
@FunctionalInterface
public interface AddedFields {

  /** No line. */
  String NO_LINES = "";

  /** No field at all. */
  AddedFields NONE = (exchange, now) -> NO_LINES;

  /**
   * The lines of the fields, each with CRLF at its end, in US-ASCII.
   *
   * @param exchange with the head of the response
   * @param now when the response is sent
   */
  String lines(Exchange exchange, Instant now);

  /** These and then others. */
  default AddedFields and(AddedFields others) {
    return (exchange, now) -> lines(exchange, now) + others.lines(exchange, now);
  }
}
