package io.albspec.steps.driver.haproxy;

import java.util.Set;

/**
 * The configuration of one load balancer, ready to be made live.
 *
 * @param text haproxy.cfg
 * @param ports the sockets it binds
 * @param certificates the files it names
 */
record Rendering(String text, ListenerPorts ports, Set<PemFile> certificates) {}
