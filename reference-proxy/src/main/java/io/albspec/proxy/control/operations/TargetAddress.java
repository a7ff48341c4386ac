package io.albspec.proxy.control.operations;

import io.albspec.proxy.cloud.AddressBlock;
import io.albspec.proxy.cloud.Addressing;
import io.albspec.proxy.cloud.Cloud;
import io.albspec.proxy.cloud.Instance;
import io.albspec.proxy.cloud.Ipv4;
import io.albspec.proxy.cloud.Vpc;
import io.albspec.proxy.cloud.Zone;
import io.albspec.proxy.control.ApiException;
import io.albspec.proxy.control.TargetConfig;
import io.albspec.proxy.control.TargetGroupConfig;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Optional;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetDescription;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroupIpAddressTypeEnum;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetTypeEnum;

/** Where a target's requests go and which zone it is in (guide, "Register targets"). */
final class TargetAddress {

  private static final String EVERYWHERE = "all";

  private final Cloud cloud;

  TargetAddress(Cloud cloud) {
    this.cloud = cloud;
  }

  /** The target to be registered. */
  TargetConfig target(TargetGroupConfig group, TargetDescription asked) throws ApiException {
    return group.resource().targetType() == TargetTypeEnum.IP
        ? address(group, asked)
        : instance(group, asked);
  }

  private TargetConfig instance(TargetGroupConfig group, TargetDescription asked)
      throws ApiException {
    if (asked.availabilityZone() != null) {
      throw ApiException.validation(
          "You cannot specify an Availability Zone for targets of type 'instance'");
    }
    String vpc = vpc(group).id();
    Instance instance =
        cloud
            .instance(asked.id())
            .filter(known -> known.vpc().equals(vpc))
            .orElseThrow(
                () ->
                    new ApiException(
                        "InvalidTarget",
                        "The specified target does not exist or is not in the same VPC as the target group: '%s'"
                            .formatted(asked.id())));
    if (!instance.isRunning()) {
      throw new ApiException(
          "InvalidTarget",
          "The following targets are not in a running state and cannot be registered: '%s'"
              .formatted(asked.id()));
    }
    return new TargetConfig(
        asked, reached(group, instance, asked.port()), instance.zone().zoneName(), false);
  }

  /** Over the version of IP that the group has. */
  private static InetSocketAddress reached(TargetGroupConfig group, Instance instance, int port)
      throws ApiException {
    if (!isIpv6(group)) {
      return instance.socket(port);
    }
    return instance
        .ipv6Socket(port)
        .orElseThrow(
            () ->
                new ApiException(
                    "InvalidTarget",
                    "The following targets do not have a primary IPv6 address and cannot be registered: '%s'"
                        .formatted(instance.id())));
  }

  private static boolean isIpv6(TargetGroupConfig group) {
    return group.resource().ipAddressType() == TargetGroupIpAddressTypeEnum.IPV6;
  }

  private TargetConfig address(TargetGroupConfig group, TargetDescription asked)
      throws ApiException {
    InetAddress address = parsed(group, asked.id());
    Optional<Zone> own = cloud.zone(vpc(group), address);
    if (own.isEmpty() && !AddressBlock.isPrivate(address)) {
      throw ApiException.validation(
          "The IP address '%s' is not in one of the CIDR blocks whose addresses can be registered"
              .formatted(asked.id()));
    }
    String zone = own.isPresent() ? inside(own.get().zoneName(), asked) : outside(group, asked);
    return new TargetConfig(asked, socket(address, asked.port()), zone, false);
  }

  private static InetAddress parsed(TargetGroupConfig group, String text) throws ApiException {
    Optional<InetAddress> address =
        isIpv6(group)
            ? Addressing.parse(text).filter(Inet6Address.class::isInstance)
            : Ipv4.parse(text);
    return address.orElseThrow(
        () ->
            ApiException.validation(
                "The IP address '%s' is not a valid %s address"
                    .formatted(text, isIpv6(group) ? "IPv6" : "IPv4")));
  }

  /** An address that is described as an instance's is where the instance is reached. */
  private InetSocketAddress socket(InetAddress address, int port) {
    return cloud
        .instanceAt(address)
        .map(instance -> instance.socket(port))
        .orElseGet(() -> new InetSocketAddress(address, port));
  }

  private Vpc vpc(TargetGroupConfig group) throws ApiException {
    String id = group.resource().vpcId();
    return cloud.vpc(id).orElseThrow(() -> Network.noVpc(id));
  }

  private static String inside(String own, TargetDescription asked) throws ApiException {
    String zone = asked.availabilityZone();
    if (zone != null && !zone.equals(own)) {
      throw ApiException.validation(
          "The IP address '%s' is within the VPC, and cannot have its Availability Zone overridden to '%s' from '%s'"
              .formatted(asked.id(), zone, own));
    }
    return own;
  }

  /** A zone counts only while cross-zone load balancing is off; otherwise it is all of them. */
  private String outside(TargetGroupConfig group, TargetDescription asked) throws ApiException {
    String zone = asked.availabilityZone();
    if (zone == null || (!zone.equals(EVERYWHERE) && cloud.zone(zone).isEmpty())) {
      throw ApiException.validation(
          "You must specify a valid Availability Zone or select 'all' for all enabled Availability zones, since the IP address '%s' is outside the VPC"
              .formatted(asked.id()));
    }
    boolean crossZoneOff =
        group.attributes().get("load_balancing.cross_zone.enabled").equals("false");
    if (crossZoneOff && zone.equals(EVERYWHERE)) {
      throw ApiException.configuration(
          "The Availability Zone 'all' cannot be used while cross-zone load balancing is off");
    }
    return crossZoneOff ? zone : EVERYWHERE;
  }
}
