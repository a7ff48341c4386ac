package io.albspec.proxy.control;

import java.net.InetSocketAddress;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetDescription;

/**
 * One registered target.
 *
 * @param resource id and port, the port always filled in
 * @param address where its requests go
 * @param zone the zone it is in, or "all"
 * @param draining whether it was deregistered and its deregistration delay still runs: it gets no
 *     new requests
 */
public record TargetConfig(
    TargetDescription resource, InetSocketAddress address, String zone, boolean draining) {}
