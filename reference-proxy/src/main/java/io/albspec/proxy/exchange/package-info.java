/**
 * One request and its response on the way through the balancer. The client's side, the target's
 * side and the decision in between know each other only through {@link
 * io.albspec.proxy.exchange.Exchange}.
 */
package io.albspec.proxy.exchange;
