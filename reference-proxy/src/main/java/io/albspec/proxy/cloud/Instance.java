package io.albspec.proxy.cloud;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A simulated instance.
 *
 * @param id such as {@code i-0abcdef1234567890}
 * @param vpc the id of its VPC
 * @param zone where it is
 * @param state only a running one gets requests
 * @param address its primary private address
 * @param reachedAt where this machine reaches it, which may be that address
 * @param ports where its ports are found there, as far as they are others
 * @param ipv6 its primary address of IPv6, if it has one, at which this machine reaches it
 * @param securityGroups ids of the groups it is a member of
 */
public record Instance(
    String id,
    String vpc,
    Zone zone,
    State state,
    InetAddress address,
    InetAddress reachedAt,
    Map<Integer, Integer> ports,
    Optional<InetAddress> ipv6,
    List<String> securityGroups) {

  /** The states of instances. */
  public enum State {
    PENDING,
    RUNNING,
    STOPPING,
    STOPPED,
    SHUTTING_DOWN,
    TERMINATED;

    /** As it is written: {@code shutting-down}. */
    public String text() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** A running one that is reached at its address. */
  public static Instance running(String id, String vpc, InetAddress address, Zone zone) {
    return new Instance(
        id, vpc, zone, State.RUNNING, address, address, Map.of(), Optional.empty(), List.of());
  }

  /** The same in another state. */
  public Instance in(State other) {
    return new Instance(id, vpc, zone, other, address, reachedAt, ports, ipv6, securityGroups);
  }

  /** The same with a primary address of IPv6. */
  public Instance withIpv6(InetAddress primary) {
    return new Instance(
        id, vpc, zone, state, address, reachedAt, ports, Optional.of(primary), securityGroups);
  }

  /** Whether it can get requests. */
  public boolean isRunning() {
    return state == State.RUNNING;
  }

  /** Where requests to one of its ports go. */
  public InetSocketAddress socket(int port) {
    return new InetSocketAddress(reachedAt, ports.getOrDefault(port, port));
  }

  /** Where requests over IPv6 to one of its ports go, empty if it has no such address. */
  public Optional<InetSocketAddress> ipv6Socket(int port) {
    return ipv6.map(primary -> new InetSocketAddress(primary, ports.getOrDefault(port, port)));
  }

  /** Whether connections from an address are from it. */
  boolean isAt(InetAddress client) {
    return address.equals(client)
        || reachedAt.equals(client)
        || ipv6.filter(client::equals).isPresent();
  }
}
