package io.albspec.proxy.cloud;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.Optional;

/** The Availability Zones, each with the loopback block its nodes and targets live in. */
public enum Zone {
  /** 127.0.1.0/24, and what no other zone claims. */
  A("us-east-2a", "subnet-a", 1),
  /** 127.0.2.0/24. */
  B("us-east-2b", "subnet-b", 2),
  /** 127.0.3.0/24. */
  C("us-east-2c", "subnet-c", 3);

  private final String zoneName;
  private final String subnetId;
  private final int block;

  Zone(String zoneName, String subnetId, int block) {
    this.zoneName = zoneName;
    this.subnetId = subnetId;
    this.block = block;
  }

  /** The name of the zone, such as {@code us-east-2a}. */
  public String zoneName() {
    return zoneName;
  }

  /** The subnet of the zone that is there from the start. */
  public String subnetId() {
    return subnetId;
  }

  /** The zone of that name. */
  public static Optional<Zone> named(String name) {
    return Arrays.stream(values()).filter(zone -> zone.zoneName.equals(name)).findFirst();
  }

  /** The zone in which an address of the VPC lies. */
  static Zone of(InetAddress address) {
    byte[] bytes = address.getAddress();
    return Arrays.stream(values())
        .filter(zone -> bytes[1] == 0 && bytes[2] == zone.block)
        .findFirst()
        .orElse(A);
  }

  /** The address with that last number in the zone's block. */
  byte[] address(int number) {
    return new byte[] {127, 0, (byte) block, (byte) number};
  }
}
