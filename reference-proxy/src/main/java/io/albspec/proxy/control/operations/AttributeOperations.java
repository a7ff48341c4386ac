package io.albspec.proxy.control.operations;

import io.albspec.proxy.control.ApiException;
import io.albspec.proxy.control.BalancerConfig;
import io.albspec.proxy.control.Config;
import io.albspec.proxy.control.TargetGroupConfig;
import io.albspec.proxy.control.attributes.BalancerAttributes;
import io.albspec.proxy.control.attributes.GroupAttributes;
import io.albspec.proxy.control.operations.Configuration.Changed;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeLoadBalancerAttributesRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeLoadBalancerAttributesResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeTargetGroupAttributesRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeTargetGroupAttributesResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancerAttribute;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ModifyLoadBalancerAttributesRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ModifyLoadBalancerAttributesResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ModifyTargetGroupAttributesRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ModifyTargetGroupAttributesResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroupAttribute;

/** Attributes of load balancers and target groups, described and modified. */
final class AttributeOperations {

  private final Configuration configuration;

  AttributeOperations(Configuration configuration) {
    this.configuration = configuration;
  }

  DescribeLoadBalancerAttributesResponse describeBalancer(
      DescribeLoadBalancerAttributesRequest request) throws ApiException {
    BalancerConfig balancer = Lookup.balancer(configuration.current(), request.loadBalancerArn());
    return DescribeLoadBalancerAttributesResponse.builder()
        .attributes(balancerShown(balancer.attributes()))
        .build();
  }

  ModifyLoadBalancerAttributesResponse modifyBalancer(ModifyLoadBalancerAttributesRequest request)
      throws ApiException {
    Map<String, String> changes = new LinkedHashMap<>();
    for (LoadBalancerAttribute attribute : request.attributes()) {
      put(changes, attribute.key(), attribute.value());
    }
    return configuration.change(
        config -> modifyBalancer(config, request.loadBalancerArn(), changes));
  }

  private static Changed<ModifyLoadBalancerAttributesResponse> modifyBalancer(
      Config config, String arn, Map<String, String> changes) throws ApiException {
    BalancerConfig balancer = Lookup.balancer(config, arn);
    Map<String, String> next = BalancerAttributes.change(balancer.attributes(), changes);
    return new Changed<>(
        config.with(balancer.withAttributes(next)),
        ModifyLoadBalancerAttributesResponse.builder().attributes(balancerShown(next)).build());
  }

  DescribeTargetGroupAttributesResponse describeGroup(DescribeTargetGroupAttributesRequest request)
      throws ApiException {
    TargetGroupConfig group = Lookup.targetGroup(configuration.current(), request.targetGroupArn());
    return DescribeTargetGroupAttributesResponse.builder()
        .attributes(groupShown(group.attributes()))
        .build();
  }

  ModifyTargetGroupAttributesResponse modifyGroup(ModifyTargetGroupAttributesRequest request)
      throws ApiException {
    Map<String, String> changes = new LinkedHashMap<>();
    for (TargetGroupAttribute attribute : request.attributes()) {
      put(changes, attribute.key(), attribute.value());
    }
    return configuration.change(
        config -> {
          TargetGroupConfig group = Lookup.targetGroup(config, request.targetGroupArn());
          Map<String, String> next = GroupAttributes.change(group, changes);
          Config changed = config.with(group.withAttributes(next));
          GroupStickiness.check(changed);
          return new Changed<>(
              changed,
              ModifyTargetGroupAttributesResponse.builder().attributes(groupShown(next)).build());
        });
  }

  private static void put(Map<String, String> changes, String key, String value)
      throws ApiException {
    if (key == null) {
      throw ApiException.validation("An attribute key must be specified");
    }
    if (changes.put(key, Objects.requireNonNullElse(value, "")) != null) {
      throw ApiException.validation(
          "Attribute key '%s' was specified more than once".formatted(key));
    }
  }

  private static List<LoadBalancerAttribute> balancerShown(Map<String, String> attributes) {
    return attributes.entrySet().stream()
        .map(entry -> attribute(entry.getKey(), entry.getValue()))
        .toList();
  }

  private static LoadBalancerAttribute attribute(String key, String value) {
    return LoadBalancerAttribute.builder().key(key).value(value).build();
  }

  private static List<TargetGroupAttribute> groupShown(Map<String, String> attributes) {
    return attributes.entrySet().stream()
        .map(
            entry ->
                TargetGroupAttribute.builder().key(entry.getKey()).value(entry.getValue()).build())
        .toList();
  }
}
