package io.albspec.proxy.control.operations;

import io.albspec.proxy.cloud.Subnet;
import io.albspec.proxy.cloud.Zone;
import io.albspec.proxy.control.ApiException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.IpAddressType;

/** Which subnets a load balancer can have together (guide, "Subnets for your load balancer"). */
final class SubnetRules {

  private static final int SMALLEST_PREFIX = 27;
  private static final int FREE_ADDRESSES = 8;

  private SubnetRules() {}

  /**
   * The subnets by their zones.
   *
   * @param type how clients reach the load balancer
   * @param settled the ids of those in which it is already
   */
  static Map<Zone, Subnet> check(List<Subnet> subnets, IpAddressType type, Set<String> settled)
      throws ApiException {
    Map<Zone, Subnet> byZone = new TreeMap<>();
    for (Subnet subnet : subnets) {
      if (byZone.put(subnet.zone(), subnet) != null) {
        throw ApiException.configuration(
            "A load balancer cannot be attached to multiple subnets in the same Availability Zone");
      }
    }
    checkTogether(subnets);
    for (Subnet subnet : subnets) {
      checkRoom(subnet, settled);
      if (type != IpAddressType.IPV4 && subnet.ipv6().isEmpty()) {
        throw ApiException.validation(
            "You must specify subnets with an associated IPv6 CIDR block.");
      }
    }
    return byZone;
  }

  private static void checkTogether(List<Subnet> subnets) throws ApiException {
    boolean local =
        !subnets.isEmpty()
            && subnets.stream().allMatch(each -> each.zone().type() == Zone.Type.LOCAL_ZONE);
    if (subnets.size() < 2 && !local) {
      throw ApiException.validation(
          "At least two subnets in two different Availability Zones must be specified");
    }
    if (subnets.stream().map(Subnet::vpc).distinct().count() > 1) {
      throw ApiException.configuration("All subnets must belong to the same VPC");
    }
    if (subnets.stream().map(each -> each.zone().type()).distinct().count() > 1) {
      throw ApiException.configuration("All subnets must be in zones of the same type");
    }
  }

  private static void checkRoom(Subnet subnet, Set<String> settled) throws ApiException {
    if (subnet.block().prefix() > SMALLEST_PREFIX) {
      throw new ApiException(
          "InvalidSubnet",
          "The subnet '%s' has a CIDR block of /%d. ELB requires a CIDR block of at least /%d in each subnet."
              .formatted(subnet.id(), subnet.block().prefix(), SMALLEST_PREFIX));
    }
    if (!settled.contains(subnet.id()) && subnet.freeAddresses() < FREE_ADDRESSES) {
      throw new ApiException(
          "InvalidSubnet",
          "Not enough IP space available in %s. ELB requires at least %d free IP addresses in each subnet."
              .formatted(subnet.id(), FREE_ADDRESSES));
    }
  }
}
