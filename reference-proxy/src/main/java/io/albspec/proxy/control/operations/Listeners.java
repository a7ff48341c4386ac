package io.albspec.proxy.control.operations;

import io.albspec.proxy.control.ApiException;
import io.albspec.proxy.control.BalancerConfig;
import io.albspec.proxy.control.Config;
import io.albspec.proxy.control.ListenerConfig;
import io.albspec.proxy.control.operations.Configuration.Changed;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DeleteListenerRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DeleteListenerResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeListenersRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeListenersResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Listener;

/** DescribeListeners, DeleteListener. */
final class Listeners {

  private static final Paging<Listener> PAGING =
      new Paging<>("DescribeListeners", Listener::listenerArn);

  private final Configuration configuration;

  Listeners(Configuration configuration) {
    this.configuration = configuration;
  }

  DescribeListenersResponse describe(DescribeListenersRequest request) throws ApiException {
    Paging.Page<Listener> page =
        PAGING.page(asked(configuration.current(), request), request.marker(), request.pageSize());
    return DescribeListenersResponse.builder()
        .listeners(page.items())
        .nextMarker(page.nextMarker())
        .build();
  }

  private static List<Listener> asked(Config config, DescribeListenersRequest request)
      throws ApiException {
    List<String> arns = request.listenerArns();
    String balancer = request.loadBalancerArn();
    if (balancer == null && arns.isEmpty()) {
      throw ApiException.validation("You must specify either listener ARNs or a load balancer ARN");
    }
    if (balancer != null && !arns.isEmpty()) {
      throw ApiException.validation(
          "Listener ARNs and a load balancer ARN cannot be specified at the same time");
    }
    if (balancer != null) {
      BalancerConfig there = Lookup.balancer(config, balancer);
      return there.listeners().stream().map(ListenerConfig::resource).toList();
    }
    List<Listener> found = new ArrayList<>();
    for (String arn : arns) {
      found.add(Lookup.listener(config, arn).listener().resource());
    }
    return found;
  }

  DeleteListenerResponse delete(DeleteListenerRequest request) throws ApiException {
    return configuration.change(
        config -> {
          ListenerPlace place = Lookup.listener(config, request.listenerArn());
          Config next = config.with(place.balancer().withoutListener(place.listener().arn()));
          return new Changed<>(
              configuration.associations().settle(next), DeleteListenerResponse.builder().build());
        });
  }
}
