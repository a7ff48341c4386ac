package io.albspec.proxy.cloud;

import java.net.InetAddress;
import java.util.List;

/**
 * A rule of a security group.
 *
 * @param protocol what it lets in
 * @param firstPort the lowest port it is about
 * @param lastPort the highest one
 * @param blocks the addresses it is about
 * @param groups ids of security groups whose members it is about
 */
public record InboundRule(
    Protocol protocol,
    int firstPort,
    int lastPort,
    List<AddressBlock> blocks,
    List<String> groups) {

  /** The highest port there is. */
  public static final int MOST_PORT = 65_535;

  /** Lets everything in from everywhere. */
  static final InboundRule EVERYTHING =
      new InboundRule(
          Protocol.ALL,
          0,
          MOST_PORT,
          List.of(AddressBlock.of("0.0.0.0/0"), AddressBlock.of("::/0")),
          List.of());

  /** What a rule is about. Only TCP reaches a load balancer's listeners. */
  public enum Protocol {
    TCP,
    UDP,
    ICMP,
    ALL
  }

  /** Whether it is about connections to a port. */
  boolean coversPort(int port) {
    return (protocol == Protocol.TCP || protocol == Protocol.ALL)
        && firstPort <= port
        && port <= lastPort;
  }

  /** Whether an address is among those it is about. */
  boolean names(InetAddress address) {
    return blocks.stream().anyMatch(block -> block.contains(address));
  }
}
