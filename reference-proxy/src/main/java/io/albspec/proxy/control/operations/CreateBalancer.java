package io.albspec.proxy.control.operations;

import io.albspec.proxy.cloud.Subnet;
import io.albspec.proxy.cloud.Zone;
import io.albspec.proxy.control.ApiException;
import io.albspec.proxy.control.BalancerConfig;
import io.albspec.proxy.control.Config;
import io.albspec.proxy.control.Node;
import io.albspec.proxy.control.Unsupported;
import io.albspec.proxy.control.attributes.BalancerAttributes;
import io.albspec.proxy.control.operations.Configuration.Changed;
import io.albspec.proxy.time.Time;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.CreateLoadBalancerRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.CreateLoadBalancerResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.IpAddressType;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancer;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancerSchemeEnum;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancerStateEnum;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancerTypeEnum;

/** CreateLoadBalancer. */
final class CreateBalancer {

  private static final String HOSTED_ZONE = "Z3AADJGX6KTTL2";

  private final Configuration configuration;
  private final Network network;
  private final Names names;
  private final Time time;

  CreateBalancer(Configuration configuration, Network network, Names names, Time time) {
    this.configuration = configuration;
    this.network = network;
    this.names = names;
    this.time = time;
  }

  CreateLoadBalancerResponse create(CreateLoadBalancerRequest request) throws ApiException {
    return configuration.change(config -> create(config, request));
  }

  private Changed<CreateLoadBalancerResponse> create(
      Config config, CreateLoadBalancerRequest request) throws ApiException {
    BalancerName.check(request.name());
    IpAddressType type = Objects.requireNonNullElse(request.ipAddressType(), IpAddressType.IPV4);
    Optional<BalancerConfig> same = named(config, request.name());
    Map<Zone, Subnet> zones =
        network.subnets(
            request.subnets(),
            request.subnetMappings(),
            type,
            same.map(BalancerConfig::nodes).orElse(List.of()));
    String vpc = zones.values().iterator().next().vpc();
    List<String> securityGroups = network.securityGroups(request.securityGroups(), vpc);
    Map<String, String> tags = TagSet.add(Map.of(), request.tags());
    supported(request);
    LoadBalancer wanted = wanted(request, securityGroups, type, vpc);
    if (same.isPresent()) {
      return new Changed<>(config, answer(existing(same.get(), wanted, zones)));
    }
    configuration.quotas().check(Quota.BALANCERS, config.balancers().size() + 1L);
    List<Node> nodes = network.nodes(zones, List.of(), wanted.ipAddressType());
    BalancerConfig balancer = balancer(wanted, tags, nodes);
    LoadBalancer fresh =
        balancer.resource().copy(b -> b.state(s -> s.code(LoadBalancerStateEnum.PROVISIONING)));
    return new Changed<>(config.with(balancer), answer(fresh));
  }

  private static void supported(CreateLoadBalancerRequest request) throws ApiException {
    LoadBalancerTypeEnum type =
        Objects.requireNonNullElse(request.type(), LoadBalancerTypeEnum.APPLICATION);
    Unsupported.OTHER_BALANCERS.unless(type == LoadBalancerTypeEnum.APPLICATION);
    Unsupported.OUTPOSTS.unless(request.customerOwnedIpv4Pool() == null);
  }

  private static LoadBalancer wanted(
      CreateLoadBalancerRequest request,
      List<String> securityGroups,
      IpAddressType type,
      String vpc) {
    return LoadBalancer.builder()
        .loadBalancerName(request.name())
        .scheme(
            Objects.requireNonNullElse(request.scheme(), LoadBalancerSchemeEnum.INTERNET_FACING))
        .type(LoadBalancerTypeEnum.APPLICATION)
        .ipAddressType(type)
        .vpcId(vpc)
        .securityGroups(securityGroups)
        .build();
  }

  private BalancerConfig balancer(LoadBalancer wanted, Map<String, String> tags, List<Node> nodes) {
    boolean internal = wanted.scheme() == LoadBalancerSchemeEnum.INTERNAL;
    LoadBalancer resource =
        wanted.toBuilder()
            .loadBalancerArn(names.balancer(wanted.loadBalancerName()))
            .dnsName(names.dns(wanted.loadBalancerName(), internal))
            .canonicalHostedZoneId(HOSTED_ZONE)
            .createdTime(time.now())
            .state(state -> state.code(LoadBalancerStateEnum.ACTIVE))
            .availabilityZones(Network.shown(nodes, wanted.ipAddressType()))
            .build();
    return new BalancerConfig(
        resource, BalancerAttributes.defaults(internal), tags, nodes, List.of());
  }

  private static Optional<BalancerConfig> named(Config config, String name) {
    return config.balancers().values().stream()
        .filter(balancer -> balancer.resource().loadBalancerName().equals(name))
        .findFirst();
  }

  /** Creating a load balancer again with the same settings changes nothing. */
  private static LoadBalancer existing(
      BalancerConfig balancer, LoadBalancer wanted, Map<Zone, Subnet> zones) throws ApiException {
    LoadBalancer there = balancer.resource();
    Set<String> subnets = balancer.nodes().stream().map(Node::subnetId).collect(Collectors.toSet());
    Set<String> asked = zones.values().stream().map(Subnet::id).collect(Collectors.toSet());
    if (there.scheme() != wanted.scheme()
        || there.ipAddressType() != wanted.ipAddressType()
        || !new HashSet<>(there.securityGroups()).equals(new HashSet<>(wanted.securityGroups()))
        || !subnets.equals(asked)) {
      throw new ApiException(
          "DuplicateLoadBalancerName",
          "A load balancer with the same name '%s' exists, but with different settings"
              .formatted(wanted.loadBalancerName()));
    }
    return there;
  }

  private static CreateLoadBalancerResponse answer(LoadBalancer balancer) {
    return CreateLoadBalancerResponse.builder().loadBalancers(balancer).build();
  }
}
