package io.albspec.proxy.routing;

import io.albspec.proxy.exchange.Exchange;

/** A part of a request by whose values rules are found. Equal to others of the same part. */
public sealed interface Field permits PartField, HeaderField {

  /** How many values the request has; may be none. */
  int count(Exchange exchange);

  /**
   * Shows the values of the request to a search, one after the other.
   *
   * @param best what has been found so far
   * @return what the search has found in the end
   */
  <T> T search(Exchange exchange, ValueSearch<T> search, T best);

  /**
   * What is done with each value.
   *
   * @param <T> what is found
   */
  @FunctionalInterface
  interface ValueSearch<T> {

    /** What has been found with this value and those before it. */
    T search(byte[] bytes, int from, int to, Exchange exchange, T best);
  }
}
