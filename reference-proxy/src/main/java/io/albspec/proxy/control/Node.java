package io.albspec.proxy.control;

import java.net.InetAddress;

/** The presence of a load balancer in one enabled zone: the address its listeners bind there. */
public record Node(String zone, String subnetId, InetAddress address) {}
