package io.albspec.proxy.cloud;

import java.net.InetAddress;

/** A simulated instance: where its requests go and the zone it is in. */
public record Instance(String id, InetAddress address, Zone zone) {}
