package io.albspec.steps.world;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Map;

/** Targets in the zones of the newest load balancer: at an address of the subnet of its node. */
public final class ZonalTargets {

  /** No node of a load balancer has it. */
  private static final byte NO_NODE = 1;

  private final Groups groups;
  private final Fleet fleet;
  private final Nodes nodes;
  private final Resources resources;

  /** Registered with these groups. */
  public ZonalTargets(Groups groups, Fleet fleet, Nodes nodes, Resources resources) {
    this.groups = groups;
    this.fleet = fleet;
    this.nodes = nodes;
    this.resources = resources;
  }

  /**
   * Creates a group with targets that are numbered through all zones.
   *
   * @param counts how many targets there are in each zone, in the order of the zones
   */
  public void create(String name, List<Integer> counts, Map<String, String> settings) {
    groups.create(name, 0, settings);
    int number = 0;
    for (int zone = 0; zone < counts.size(); zone++) {
      for (int i = 0; i < counts.get(zone); i++) {
        number++;
        register(name, name + "-" + number, zone);
      }
    }
  }

  /** Starts a target in a zone, counted from 0, and registers it. */
  public void register(String group, String target, int zone) {
    fleet.start(target, address(zone), 0);
    groups.register(group, target);
  }

  private InetAddress address(int zone) {
    byte[] address = nodes.of(resources.balancer().arn()).get(zone).getAddress();
    address[address.length - 1] = NO_NODE;
    try {
      return InetAddress.getByAddress(address);
    } catch (UnknownHostException e) {
      throw new IllegalStateException("as many bytes as an address has are one", e);
    }
  }
}
