package io.albspec.proxy.control.operations;

import io.albspec.proxy.control.ApiException;
import io.albspec.proxy.control.BalancerConfig;
import io.albspec.proxy.control.Config;
import io.albspec.proxy.control.operations.Configuration.Changed;
import java.util.List;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DeleteLoadBalancerRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DeleteLoadBalancerResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeLoadBalancersRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeLoadBalancersResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancer;

/** DescribeLoadBalancers, DeleteLoadBalancer. */
final class Balancers {

  private static final Paging<LoadBalancer> PAGING =
      new Paging<>("DescribeLoadBalancers", LoadBalancer::loadBalancerArn);

  private final Configuration configuration;

  Balancers(Configuration configuration) {
    this.configuration = configuration;
  }

  DescribeLoadBalancersResponse describe(DescribeLoadBalancersRequest request) throws ApiException {
    Paging.Page<LoadBalancer> page =
        PAGING.page(asked(configuration.current(), request), request.marker(), request.pageSize());
    return DescribeLoadBalancersResponse.builder()
        .loadBalancers(page.items())
        .nextMarker(page.nextMarker())
        .build();
  }

  private static List<LoadBalancer> asked(Config config, DescribeLoadBalancersRequest request)
      throws ApiException {
    List<LoadBalancer> all =
        config.balancers().values().stream().map(BalancerConfig::resource).toList();
    if (request.hasNames() && request.hasLoadBalancerArns()) {
      throw ApiException.validation(
          "Load balancer names and load balancer ARNs cannot be specified at the same time");
    }
    if (!request.names().isEmpty()) {
      return Selection.of(all, LoadBalancer::loadBalancerName, request.names())
          .orElseThrow(ResourceKind.BALANCER::notFound);
    }
    if (!request.loadBalancerArns().isEmpty()) {
      for (String arn : request.loadBalancerArns()) {
        ResourceKind.BALANCER.check(arn);
      }
      return Selection.of(all, LoadBalancer::loadBalancerArn, request.loadBalancerArns())
          .orElseThrow(ResourceKind.BALANCER::notFound);
    }
    return all;
  }

  DeleteLoadBalancerResponse delete(DeleteLoadBalancerRequest request) throws ApiException {
    String arn = ResourceKind.BALANCER.check(request.loadBalancerArn());
    return configuration.change(config -> delete(config, arn));
  }

  private Changed<DeleteLoadBalancerResponse> delete(Config config, String arn)
      throws ApiException {
    DeleteLoadBalancerResponse done = DeleteLoadBalancerResponse.builder().build();
    BalancerConfig balancer = config.balancers().get(arn);
    if (balancer == null) {
      return new Changed<>(config, done);
    }
    if (balancer.attributes().get("deletion_protection.enabled").equals("true")) {
      throw new ApiException(
          "OperationNotPermitted",
          "Load balancer '%s' cannot be deleted because deletion protection is enabled"
              .formatted(arn));
    }
    return new Changed<>(configuration.associations().settle(config.withoutBalancer(arn)), done);
  }
}
