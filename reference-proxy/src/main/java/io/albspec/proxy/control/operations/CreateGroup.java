package io.albspec.proxy.control.operations;

import io.albspec.proxy.cloud.Cloud;
import io.albspec.proxy.control.ApiException;
import io.albspec.proxy.control.Config;
import io.albspec.proxy.control.TargetGroupConfig;
import io.albspec.proxy.control.Unsupported;
import io.albspec.proxy.control.attributes.GroupAttributes;
import io.albspec.proxy.control.operations.Configuration.Changed;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.CreateTargetGroupRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.CreateTargetGroupResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ProtocolEnum;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroup;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroupIpAddressTypeEnum;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetTypeEnum;

/** CreateTargetGroup. */
final class CreateGroup {

  private static final String HTTP1 = "HTTP1";
  private static final List<String> VERSIONS = List.of(HTTP1, "HTTP2", HealthCheck.GRPC);

  private final Configuration configuration;
  private final Names names;
  private final Cloud cloud;

  CreateGroup(Configuration configuration, Names names, Cloud cloud) {
    this.configuration = configuration;
    this.names = names;
    this.cloud = cloud;
  }

  CreateTargetGroupResponse create(CreateTargetGroupRequest request) throws ApiException {
    GroupName.check(request.name());
    TargetTypeEnum type = Objects.requireNonNullElse(request.targetType(), TargetTypeEnum.INSTANCE);
    if (type == TargetTypeEnum.LAMBDA) {
      functions(request);
    } else {
      servers(request, type);
    }
    Map<String, String> tags = TagSet.add(Map.of(), request.tags());
    TargetGroup wanted = wanted(request, type);
    HealthCheck.check(wanted);
    return configuration.change(config -> create(config, wanted, tags));
  }

  private Changed<CreateTargetGroupResponse> create(
      Config config, TargetGroup wanted, Map<String, String> tags) throws ApiException {
    Optional<TargetGroup> same = named(config, wanted.targetGroupName());
    if (same.isPresent()) {
      return new Changed<>(config, answer(existing(same.get(), wanted)));
    }
    configuration.quotas().check(Quota.GROUPS, config.targetGroups().size() + 1L);
    TargetGroup resource =
        wanted.copy(group -> group.targetGroupArn(names.targetGroup(wanted.targetGroupName())));
    TargetGroupConfig group =
        new TargetGroupConfig(
            resource, GroupAttributes.defaults(resource.targetType()), tags, List.of());
    return new Changed<>(config.with(group), answer(resource));
  }

  private void servers(CreateTargetGroupRequest request, TargetTypeEnum type) throws ApiException {
    if (request.protocol() == null) {
      throw ApiException.validation("A protocol must be specified");
    }
    if (request.port() == null) {
      throw ApiException.validation("A port must be specified");
    }
    if (request.vpcId() == null) {
      throw ApiException.validation("A VPC ID must be specified");
    }
    if (type == TargetTypeEnum.ALB
        || (request.protocol() != ProtocolEnum.HTTP && request.protocol() != ProtocolEnum.HTTPS)) {
      throw ApiException.validation(
          "Target groups of an Application Load Balancer have the protocol HTTP or HTTPS and the target type instance, ip or lambda");
    }
    if (!VERSIONS.contains(version(request))) {
      throw ApiException.validation(
          "Protocol version '%s' must be one of '%s'"
              .formatted(version(request), String.join(", ", VERSIONS)));
    }
    if (cloud.vpc(request.vpcId()).isEmpty()) {
      throw Network.noVpc(request.vpcId());
    }
  }

  private static String version(CreateTargetGroupRequest request) {
    return Objects.requireNonNullElse(request.protocolVersion(), HTTP1);
  }

  private static void functions(CreateTargetGroupRequest request) throws ApiException {
    notWithFunctions("Protocol", request.protocol());
    notWithFunctions("Protocol version", request.protocolVersion());
    notWithFunctions("Port", request.port());
    notWithFunctions("VPC ID", request.vpcId());
    throw Unsupported.LAMBDA_TARGETS.refusal();
  }

  private static void notWithFunctions(String member, Object value) throws ApiException {
    if (value != null) {
      throw ApiException.validation(
          "%s cannot be specified for target groups with target type 'lambda'".formatted(member));
    }
  }

  private static TargetGroup wanted(CreateTargetGroupRequest request, TargetTypeEnum type) {
    TargetGroup.Builder group =
        HealthCheck.defaults(TargetGroup.builder(), version(request))
            .targetGroupName(request.name())
            .protocol(request.protocol())
            .protocolVersion(version(request))
            .port(request.port())
            .vpcId(request.vpcId())
            .targetType(type)
            .ipAddressType(
                Objects.requireNonNullElse(
                    request.ipAddressType(), TargetGroupIpAddressTypeEnum.IPV4))
            .loadBalancerArns(List.of());
    Members.copy(request, group);
    return group.build();
  }

  private static Optional<TargetGroup> named(Config config, String name) {
    return config.targetGroups().values().stream()
        .map(TargetGroupConfig::resource)
        .filter(group -> group.targetGroupName().equals(name))
        .findFirst();
  }

  /** Creating a target group again with the same settings changes nothing. */
  private static TargetGroup existing(TargetGroup there, TargetGroup wanted) throws ApiException {
    TargetGroup settings = there.copy(g -> g.targetGroupArn(null).loadBalancerArns(List.of()));
    if (!settings.equals(wanted)) {
      throw new ApiException(
          "DuplicateTargetGroupName",
          "A target group with the same name '%s' exists, but with different settings"
              .formatted(wanted.targetGroupName()));
    }
    return there;
  }

  private static CreateTargetGroupResponse answer(TargetGroup group) {
    return CreateTargetGroupResponse.builder().targetGroups(group).build();
  }
}
