package io.albspec.proxy.control.operations;

import io.albspec.proxy.cloud.Addresses;
import io.albspec.proxy.cloud.Cloud;
import io.albspec.proxy.cloud.Ipv6Loopback;
import io.albspec.proxy.cloud.Zone;
import io.albspec.proxy.control.ApiException;
import io.albspec.proxy.control.Node;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.AvailabilityZone;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.IpAddressType;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancerAddress;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.SubnetMapping;

/** Subnets, security groups and node addresses of load balancers. */
final class Network {

  private final Cloud cloud;
  private final Addresses addresses;

  Network(Cloud cloud, Addresses addresses) {
    this.cloud = cloud;
    this.addresses = addresses;
  }

  /**
   * The zones that subnets enable, in the order of the subnets (guide, "Subnets for your load
   * balancer").
   */
  Map<Zone, String> zones(List<String> subnets, List<SubnetMapping> mappings) throws ApiException {
    Map<Zone, String> zones = new EnumMap<>(Zone.class);
    for (String subnet : subnetIds(subnets, mappings)) {
      Zone zone =
          cloud
              .subnet(subnet)
              .orElseThrow(
                  () ->
                      new ApiException(
                          "SubnetNotFound", "The subnet ID '%s' does not exist".formatted(subnet)));
      if (zones.put(zone, subnet) != null) {
        throw ApiException.configuration(
            "A load balancer cannot be attached to multiple subnets in the same Availability Zone");
      }
    }
    if (zones.size() < 2) {
      throw ApiException.validation(
          "At least two subnets in two different Availability Zones must be specified");
    }
    return zones;
  }

  private static List<String> subnetIds(List<String> subnets, List<SubnetMapping> mappings)
      throws ApiException {
    if (!subnets.isEmpty() && !mappings.isEmpty()) {
      throw ApiException.validation(
          "You can specify either subnets or subnet mappings, but not both");
    }
    List<String> ids = new ArrayList<>(subnets);
    for (SubnetMapping mapping : mappings) {
      if (mapping.subnetId() == null) {
        throw ApiException.validation("A subnet ID must be specified in each subnet mapping");
      }
      if (mapping.allocationId() != null
          || mapping.privateIPv4Address() != null
          || mapping.iPv6Address() != null) {
        throw ApiException.configuration(
            "Addresses cannot be specified for the subnets of load balancers with type 'application'");
      }
      ids.add(mapping.subnetId());
    }
    return ids;
  }

  /** The security groups that were asked for, or the one of the VPC. */
  List<String> securityGroups(List<String> asked) throws ApiException {
    for (String id : asked) {
      if (!cloud.hasSecurityGroup(id)) {
        throw new ApiException(
            "InvalidSecurityGroup", "Security group '%s' does not exist".formatted(id));
      }
    }
    return asked.isEmpty() ? List.of(cloud.securityGroup()) : List.copyOf(asked);
  }

  /** A node in each zone; a node that is there already stays, with its address. */
  List<Node> nodes(Map<Zone, String> zones, List<Node> present, IpAddressType type)
      throws ApiException {
    List<Node> nodes = new ArrayList<>();
    for (Map.Entry<Zone, String> enabled : zones.entrySet()) {
      String zone = enabled.getKey().zoneName();
      Optional<Node> there = present.stream().filter(node -> node.zone().equals(zone)).findFirst();
      nodes.add(
          there.isPresent()
              ? new Node(zone, enabled.getValue(), there.get().address())
              : node(enabled.getKey(), enabled.getValue()));
    }
    return withIpv6(nodes, type);
  }

  /**
   * The nodes with the addresses of IPv6 that they have by the type. This machine has one such
   * address, so there is one node with it: the first.
   */
  static List<Node> withIpv6(List<Node> nodes, IpAddressType type) {
    Optional<InetAddress> ipv6 =
        type == IpAddressType.IPV4 ? Optional.empty() : Ipv6Loopback.address();
    List<Node> changed = new ArrayList<>();
    for (Node node : nodes) {
      changed.add(node.withIpv6(changed.isEmpty() ? ipv6 : Optional.empty()));
    }
    return List.copyOf(changed);
  }

  private Node node(Zone zone, String subnet) throws ApiException {
    return addresses
        .lease(zone)
        .map(address -> new Node(zone.zoneName(), subnet, address))
        .orElseThrow(
            () ->
                new ApiException(
                    "InvalidSubnet",
                    "Not enough IP space available in %s: every address of the zone is in use"
                        .formatted(subnet)));
  }

  /** Nodes as DescribeLoadBalancers shows them. */
  static List<AvailabilityZone> shown(List<Node> nodes, IpAddressType type) {
    return nodes.stream()
        .map(
            node ->
                AvailabilityZone.builder()
                    .zoneName(node.zone())
                    .subnetId(node.subnetId())
                    .loadBalancerAddresses(addresses(node, type))
                    .build())
        .toList();
  }

  private static List<LoadBalancerAddress> addresses(Node node, IpAddressType type) {
    LoadBalancerAddress.Builder address = LoadBalancerAddress.builder();
    boolean ipv4 = type != IpAddressType.DUALSTACK_WITHOUT_PUBLIC_IPV4;
    if (ipv4) {
      address.ipAddress(node.address().getHostAddress());
    }
    node.ipv6().ifPresent(ipv6 -> address.iPv6Address(Ipv6Loopback.TEXT));
    return ipv4 || node.ipv6().isPresent() ? List.of(address.build()) : List.of();
  }
}
