package io.albspec.proxy.control.operations;

import io.albspec.proxy.cloud.Addresses;
import io.albspec.proxy.cloud.Cloud;
import io.albspec.proxy.cloud.Ipv6Loopback;
import io.albspec.proxy.cloud.SecurityGroup;
import io.albspec.proxy.cloud.Subnet;
import io.albspec.proxy.cloud.Vpc;
import io.albspec.proxy.cloud.Zone;
import io.albspec.proxy.control.ApiException;
import io.albspec.proxy.control.Node;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
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
   * The subnets that are asked for, by their zones in the order of the zones' names.
   *
   * @param type how clients reach the load balancer
   * @param present the nodes it has already: their subnets need no more room
   */
  Map<Zone, Subnet> subnets(
      List<String> ids, List<SubnetMapping> mappings, IpAddressType type, List<Node> present)
      throws ApiException {
    List<Subnet> subnets = new ArrayList<>();
    for (String id : subnetIds(ids, mappings)) {
      subnets.add(
          cloud
              .subnet(id)
              .orElseThrow(
                  () ->
                      new ApiException(
                          "SubnetNotFound", "The subnet ID '%s' does not exist".formatted(id))));
    }
    Set<String> settled = present.stream().map(Node::subnetId).collect(Collectors.toSet());
    return SubnetRules.check(subnets, type, settled);
  }

  /** Refuses a type that the subnets of nodes have no addresses for. */
  void checkIpv6(List<Node> nodes, IpAddressType type) throws ApiException {
    subnets(nodes.stream().map(Node::subnetId).toList(), List.of(), type, nodes);
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
  List<String> securityGroups(List<String> asked, String vpcId) throws ApiException {
    Vpc vpc = cloud.vpc(vpcId).orElseThrow(() -> noVpc(vpcId));
    for (String id : asked) {
      SecurityGroup group =
          cloud
              .securityGroup(id)
              .orElseThrow(
                  () ->
                      new ApiException(
                          "InvalidSecurityGroup",
                          "Security group '%s' does not exist".formatted(id)));
      if (!group.vpc().equals(vpc.id())) {
        throw ApiException.configuration(
            "Security group '%s' does not belong to VPC '%s'".formatted(id, vpc.id()));
      }
    }
    return asked.isEmpty() ? List.of(vpc.defaultSecurityGroup()) : List.copyOf(asked);
  }

  /** The refusal of a VPC that is not there. */
  static ApiException noVpc(String id) {
    return ApiException.validation("The VPC ID '%s' is not found".formatted(id));
  }

  /** A node in each zone; a node that is there already stays, with its address. */
  List<Node> nodes(Map<Zone, Subnet> zones, List<Node> present, IpAddressType type)
      throws ApiException {
    List<Node> nodes = new ArrayList<>();
    for (Map.Entry<Zone, Subnet> enabled : zones.entrySet()) {
      String zone = enabled.getKey().zoneName();
      String subnet = enabled.getValue().id();
      Optional<Node> there = present.stream().filter(node -> node.zone().equals(zone)).findFirst();
      nodes.add(
          there.isPresent()
              ? new Node(zone, subnet, there.get().address())
              : node(enabled.getKey(), subnet));
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
