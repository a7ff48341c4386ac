package io.albspec.proxy.control.operations;

import io.albspec.proxy.cloud.Cloud;
import io.albspec.proxy.control.ApiException;
import io.albspec.proxy.control.BalancerConfig;
import io.albspec.proxy.control.Config;
import io.albspec.proxy.control.ListenerConfig;
import io.albspec.proxy.control.RuleConfig;
import io.albspec.proxy.control.operations.Configuration.Changed;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.CreateListenerRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.CreateListenerResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Listener;

/** CreateListener. */
final class CreateListener {

  private final Configuration configuration;
  private final Names names;
  private final Cloud cloud;

  CreateListener(Configuration configuration, Names names, Cloud cloud) {
    this.configuration = configuration;
    this.names = names;
    this.cloud = cloud;
  }

  CreateListenerResponse create(CreateListenerRequest request) throws ApiException {
    return configuration.change(config -> create(config, request));
  }

  private Changed<CreateListenerResponse> create(Config config, CreateListenerRequest request)
      throws ApiException {
    BalancerConfig balancer = Lookup.balancer(config, request.loadBalancerArn());
    Listener wanted = ListenerSettings.checked(config, wanted(request), cloud);
    Map<String, String> tags = TagSet.add(Map.of(), request.tags());
    Optional<Listener> same = onPort(balancer, wanted.port());
    if (same.isPresent()) {
      return new Changed<>(config, answer(existing(same.get(), wanted)));
    }
    configuration.quotas().check(Quota.LISTENERS, balancer.listeners().size() + 1L);
    Listener listener = wanted.copy(l -> l.listenerArn(names.listener(balancer.arn())));
    RuleConfig rule =
        new RuleConfig(DefaultRule.of(names.rule(listener.listenerArn()), listener), Map.of());
    BalancerConfig changed = balancer.with(new ListenerConfig(listener, tags, List.of(rule)));
    SecureListeners.check(changed, configuration.quotas());
    Config next = config.with(changed);
    return new Changed<>(configuration.associations().settle(next), answer(listener));
  }

  private static Listener wanted(CreateListenerRequest request) {
    return Listener.builder()
        .loadBalancerArn(request.loadBalancerArn())
        .port(request.port())
        .protocol(request.protocol())
        .sslPolicy(request.sslPolicy())
        .certificates(request.hasCertificates() ? request.certificates() : null)
        .alpnPolicy(request.hasAlpnPolicy() ? request.alpnPolicy() : null)
        .mutualAuthentication(request.mutualAuthentication())
        .defaultActions(request.defaultActions())
        .build();
  }

  private static Optional<Listener> onPort(BalancerConfig balancer, int port) {
    return balancer.listeners().stream()
        .map(ListenerConfig::resource)
        .filter(listener -> listener.port() == port)
        .findFirst();
  }

  /** Creating a listener again with the same settings changes nothing. */
  private static Listener existing(Listener there, Listener wanted) throws ApiException {
    if (!there.copy(listener -> listener.listenerArn(null)).equals(wanted)) {
      throw new ApiException(
          "DuplicateListener",
          "A listener already exists on this port for this load balancer '%s'"
              .formatted(there.loadBalancerArn()));
    }
    return there;
  }

  private static CreateListenerResponse answer(Listener listener) {
    return CreateListenerResponse.builder().listeners(listener).build();
  }
}
