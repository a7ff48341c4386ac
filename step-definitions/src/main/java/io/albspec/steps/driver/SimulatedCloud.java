package io.albspec.steps.driver;

import io.albspec.proxy.cloud.Cloud;
import io.albspec.proxy.cloud.Zone;
import java.net.InetAddress;

/** The surroundings that our own control plane simulates, as scenarios need them. */
final class SimulatedCloud {

  private final Cloud cloud = new Cloud().subnet(Surroundings.SIMULATED.otherSubnet(), Zone.A);

  Cloud cloud() {
    return cloud;
  }

  void instance(String id, InetAddress address, String zone) {
    cloud.instance(
        id,
        address,
        cloud
            .zone(zone)
            .orElseThrow(() -> new IllegalArgumentException("no zone is called " + zone)));
  }
}
