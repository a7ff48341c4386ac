package io.albspec.proxy.server;

import io.albspec.proxy.cloud.Cloud;
import java.net.InetAddress;
import java.util.List;

/**
 * Who can connect to a listener: those whom the inbound rules of its load balancer's security
 * groups let in (guide, "Security groups for your Application Load Balancer").
 *
 * @param cloud tells the rules as they are at the moment
 * @param groups ids of the security groups
 * @param port the port of the listener
 */
record Inbound(Cloud cloud, List<String> groups, int port) {

  /** Whether connections from an address are let in. */
  boolean admits(InetAddress client) {
    return cloud.allows(groups, client, port);
  }
}
