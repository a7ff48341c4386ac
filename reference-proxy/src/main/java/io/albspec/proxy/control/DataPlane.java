package io.albspec.proxy.control;

import java.util.Optional;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.AnomalyDetection;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetHealth;

/**
 * What carries the traffic. The reference balancer is one; a driver makes another balancer one by
 * rendering its configuration.
 */
public interface DataPlane extends AutoCloseable {

  /**
   * Makes a configuration live. When this returns, every new request is handled by it; requests in
   * flight complete as they began.
   *
   * @throws ApiException if it cannot be carried (a port in use, a feature this data plane has no
   *     means for); then the configuration before stays live
   */
  void apply(Config config) throws ApiException;

  /**
   * The health of a registered, not draining target of a group that is in use, as this data plane
   * last saw it.
   */
  TargetHealth health(TargetGroupConfig group, TargetConfig target);

  /**
   * What anomaly detection says of a registered, not draining target of a group that is in use.
   * Empty for targets that get no requests, and if this data plane does not look for anomalies.
   */
  default Optional<AnomalyDetection> anomalyDetection(
      TargetGroupConfig group, TargetConfig target) {
    return Optional.empty();
  }

  /** Stops accepting, lets requests in flight finish, and frees everything. */
  @Override
  void close();
}
