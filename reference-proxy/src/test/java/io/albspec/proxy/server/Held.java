package io.albspec.proxy.server;

/**
 * What a balancer holds.
 *
 * @param clients connections that clients have made
 * @param buffers of 32 KiB in use
 * @param timers that have been set: one for each connection to a client or a target
 */
record Held(int clients, int buffers, int timers) {

  static final Held NOTHING = new Held(0, 0, 0);
}
