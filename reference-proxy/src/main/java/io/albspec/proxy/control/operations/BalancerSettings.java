package io.albspec.proxy.control.operations;

import io.albspec.proxy.cloud.Zone;
import io.albspec.proxy.control.ApiException;
import io.albspec.proxy.control.BalancerConfig;
import io.albspec.proxy.control.Config;
import io.albspec.proxy.control.Node;
import io.albspec.proxy.control.Unsupported;
import io.albspec.proxy.control.operations.Configuration.Changed;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.IpAddressType;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.SetIpAddressTypeRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.SetIpAddressTypeResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.SetSecurityGroupsRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.SetSecurityGroupsResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.SetSubnetsRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.SetSubnetsResponse;

/** SetSubnets, SetSecurityGroups, SetIpAddressType. */
final class BalancerSettings {

  private final Configuration configuration;
  private final Network network;

  BalancerSettings(Configuration configuration, Network network) {
    this.configuration = configuration;
    this.network = network;
  }

  SetSubnetsResponse subnets(SetSubnetsRequest request) throws ApiException {
    return configuration.change(config -> subnets(config, request));
  }

  private Changed<SetSubnetsResponse> subnets(Config config, SetSubnetsRequest request)
      throws ApiException {
    BalancerConfig balancer = Lookup.balancer(config, request.loadBalancerArn());
    Map<Zone, String> zones = network.zones(request.subnets(), request.subnetMappings());
    supported(request.ipAddressType());
    List<Node> nodes = network.nodes(zones, balancer.nodes());
    BalancerConfig changed =
        balancer
            .withNodes(nodes)
            .withResource(balancer.resource().copy(b -> b.availabilityZones(Network.shown(nodes))));
    return new Changed<>(
        config.with(changed),
        SetSubnetsResponse.builder()
            .availabilityZones(changed.resource().availabilityZones())
            .ipAddressType(changed.resource().ipAddressType())
            .build());
  }

  SetSecurityGroupsResponse securityGroups(SetSecurityGroupsRequest request) throws ApiException {
    return configuration.change(
        config -> {
          BalancerConfig balancer = Lookup.balancer(config, request.loadBalancerArn());
          if (request.securityGroups().isEmpty()) {
            throw ApiException.validation("At least one security group must be specified");
          }
          if (request.enforceSecurityGroupInboundRulesOnPrivateLinkTraffic() != null) {
            throw ApiException.configuration(
                "Security group rules on PrivateLink traffic are not supported on load balancers with type 'application'");
          }
          List<String> groups = network.securityGroups(request.securityGroups());
          return new Changed<>(
              config.with(
                  balancer.withResource(balancer.resource().copy(b -> b.securityGroups(groups)))),
              SetSecurityGroupsResponse.builder().securityGroupIds(groups).build());
        });
  }

  SetIpAddressTypeResponse ipAddressType(SetIpAddressTypeRequest request) throws ApiException {
    return configuration.change(
        config -> {
          BalancerConfig balancer = Lookup.balancer(config, request.loadBalancerArn());
          supported(request.ipAddressType());
          return new Changed<>(
              config.with(
                  balancer.withResource(
                      balancer.resource().copy(b -> b.ipAddressType(request.ipAddressType())))),
              SetIpAddressTypeResponse.builder().ipAddressType(request.ipAddressType()).build());
        });
  }

  private static void supported(IpAddressType type) throws ApiException {
    Unsupported.IPV6_CLIENTS_ONLY.unless(type != IpAddressType.DUALSTACK_WITHOUT_PUBLIC_IPV4);
  }
}
