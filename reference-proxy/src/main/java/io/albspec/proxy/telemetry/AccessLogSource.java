package io.albspec.proxy.telemetry;

import io.albspec.proxy.control.ApiException;
import io.albspec.proxy.control.BalancerConfig;

/** Gives load balancers their access logs. */
@FunctionalInterface
public interface AccessLogSource {

  /**
   * The access log that the attributes of this load balancer ask for.
   *
   * @throws ApiException if there can be none in the bucket they name
   */
  AccessLog forBalancer(BalancerConfig balancer) throws ApiException;
}
