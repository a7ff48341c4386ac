package io.albspec.proxy.server;

import io.albspec.proxy.plan.Listener;
import java.net.InetAddress;
import java.util.function.BooleanSupplier;

/**
 * What is served on the socket of a listener at a node.
 *
 * @param zone that the node is in
 * @param shifted whether a zonal shift is active for the zone
 * @param out whether the node is to get no traffic at the moment
 * @param inbound who can connect
 */
record Service(
    Listener listener, String zone, boolean shifted, BooleanSupplier out, Inbound inbound) {

  /** Whether connections from an address are let in. */
  boolean admits(InetAddress client) {
    return !(shifted && out.getAsBoolean()) && inbound.admits(client);
  }
}
