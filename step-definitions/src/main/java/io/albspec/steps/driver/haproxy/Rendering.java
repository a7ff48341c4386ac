package io.albspec.steps.driver.haproxy;

/**
 * The configuration of one load balancer, ready to be made live.
 *
 * @param text haproxy.cfg
 * @param ports the sockets it binds
 */
record Rendering(String text, ListenerPorts ports) {}
