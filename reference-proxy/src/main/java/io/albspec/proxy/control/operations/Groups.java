package io.albspec.proxy.control.operations;

import io.albspec.proxy.control.ApiException;
import io.albspec.proxy.control.Config;
import io.albspec.proxy.control.TargetGroupConfig;
import io.albspec.proxy.control.operations.Configuration.Changed;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DeleteTargetGroupRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DeleteTargetGroupResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeTargetGroupsRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeTargetGroupsResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ModifyTargetGroupRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ModifyTargetGroupResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroup;

/** DescribeTargetGroups, ModifyTargetGroup, DeleteTargetGroup. */
final class Groups {

  private static final Paging<TargetGroup> PAGING =
      new Paging<>("DescribeTargetGroups", TargetGroup::targetGroupArn);

  private final Configuration configuration;

  Groups(Configuration configuration) {
    this.configuration = configuration;
  }

  DescribeTargetGroupsResponse describe(DescribeTargetGroupsRequest request) throws ApiException {
    Paging.Page<TargetGroup> page =
        PAGING.page(asked(configuration.current(), request), request.marker(), request.pageSize());
    return DescribeTargetGroupsResponse.builder()
        .targetGroups(page.items())
        .nextMarker(page.nextMarker())
        .build();
  }

  private static List<TargetGroup> asked(Config config, DescribeTargetGroupsRequest request)
      throws ApiException {
    List<String> arns = request.targetGroupArns();
    List<String> names = request.names();
    String balancer = request.loadBalancerArn();
    if (Stream.of(!arns.isEmpty(), !names.isEmpty(), balancer != null).filter(b -> b).count() > 1) {
      throw ApiException.validation(
          "Target group names, target group ARNs, and a load balancer ARN cannot be specified at the same time");
    }
    List<TargetGroup> all =
        config.targetGroups().values().stream()
            .map(TargetGroupConfig::resource)
            .sorted(Comparator.comparing(TargetGroup::targetGroupName))
            .toList();
    if (balancer != null) {
      Lookup.balancer(config, balancer);
      return all.stream().filter(group -> group.loadBalancerArns().contains(balancer)).toList();
    }
    if (!names.isEmpty()) {
      return Selection.of(all, TargetGroup::targetGroupName, names)
          .orElseThrow(ResourceKind.TARGET_GROUP::notFound);
    }
    for (String arn : arns) {
      ResourceKind.TARGET_GROUP.check(arn);
    }
    return arns.isEmpty()
        ? all
        : Selection.of(all, TargetGroup::targetGroupArn, arns)
            .orElseThrow(ResourceKind.TARGET_GROUP::notFound);
  }

  ModifyTargetGroupResponse modify(ModifyTargetGroupRequest request) throws ApiException {
    return configuration.change(
        config -> {
          TargetGroupConfig group = Lookup.targetGroup(config, request.targetGroupArn());
          TargetGroup.Builder changed = group.resource().toBuilder();
          Members.copy(request, changed);
          TargetGroup resource = changed.build();
          HealthCheck.check(resource);
          return new Changed<>(
              config.with(group.withResource(resource)),
              ModifyTargetGroupResponse.builder().targetGroups(resource).build());
        });
  }

  DeleteTargetGroupResponse delete(DeleteTargetGroupRequest request) throws ApiException {
    String arn = ResourceKind.TARGET_GROUP.check(request.targetGroupArn());
    return configuration.change(
        config -> {
          DeleteTargetGroupResponse done = DeleteTargetGroupResponse.builder().build();
          if (config.targetGroup(arn).isEmpty()) {
            return new Changed<>(config, done);
          }
          if (!config.targetGroups().get(arn).resource().loadBalancerArns().isEmpty()) {
            throw new ApiException(
                "ResourceInUse",
                "Target group '%s' is currently in use by a listener or a rule".formatted(arn));
          }
          return new Changed<>(config.withoutTargetGroup(arn), done);
        });
  }
}
