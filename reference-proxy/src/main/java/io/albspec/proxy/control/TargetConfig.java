package io.albspec.proxy.control;

import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.Optional;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetDescription;

/**
 * One registered target.
 *
 * @param resource id and port, the port always filled in
 * @param address where its requests go
 * @param zone the zone it is in, or "all"
 * @param drainedAt when its deregistration delay ends, if it was deregistered: until then it is
 *     draining and gets no new requests
 */
public record TargetConfig(
    TargetDescription resource,
    InetSocketAddress address,
    String zone,
    Optional<Instant> drainedAt) {

  /** A target that is registered, or drains without an end. */
  public TargetConfig(
      TargetDescription resource, InetSocketAddress address, String zone, boolean draining) {
    this(resource, address, zone, draining ? Optional.of(Instant.MAX) : Optional.empty());
  }

  /** Whether it was deregistered and its deregistration delay still runs. */
  public boolean draining() {
    return drainedAt.isPresent();
  }

  /** The same target, draining until that moment. */
  public TargetConfig drainingUntil(Instant end) {
    return new TargetConfig(resource, address, zone, Optional.of(end));
  }
}
