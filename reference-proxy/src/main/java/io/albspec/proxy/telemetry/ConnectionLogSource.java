package io.albspec.proxy.telemetry;

import io.albspec.proxy.control.ApiException;
import io.albspec.proxy.control.BalancerConfig;

/** Gives load balancers their connection logs. */
@FunctionalInterface
public interface ConnectionLogSource {

  /**
   * The connection log that the attributes of this load balancer ask for.
   *
   * @throws ApiException if there can be none in the bucket they name
   */
  ConnectionLog connectionLog(BalancerConfig balancer) throws ApiException;
}
