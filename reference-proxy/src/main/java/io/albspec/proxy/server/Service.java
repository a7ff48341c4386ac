package io.albspec.proxy.server;

import io.albspec.proxy.plan.Listener;

/**
 * What is served on the socket of a listener at a node.
 *
 * @param zone that the node is in
 * @param inbound who can connect
 */
record Service(Listener listener, String zone, Inbound inbound) {}
