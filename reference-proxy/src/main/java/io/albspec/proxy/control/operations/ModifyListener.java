package io.albspec.proxy.control.operations;

import io.albspec.proxy.control.ApiException;
import io.albspec.proxy.control.Config;
import io.albspec.proxy.control.ListenerConfig;
import io.albspec.proxy.control.RuleConfig;
import io.albspec.proxy.control.operations.Configuration.Changed;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Listener;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ModifyListenerRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ModifyListenerResponse;

/** ModifyListener. */
final class ModifyListener {

  private final Configuration configuration;

  ModifyListener(Configuration configuration) {
    this.configuration = configuration;
  }

  ModifyListenerResponse modify(ModifyListenerRequest request) throws ApiException {
    return configuration.change(config -> modify(config, request));
  }

  private static Changed<ModifyListenerResponse> modify(
      Config config, ModifyListenerRequest request) throws ApiException {
    ListenerPlace place = Lookup.listener(config, request.listenerArn());
    Listener wanted = ListenerSettings.checked(config, wanted(place.listener(), request));
    free(place, wanted.port());
    ListenerConfig changed = withDefaultActions(place.listener().withResource(wanted));
    Config next = Associations.settle(place.in(config, changed));
    return new Changed<>(next, ModifyListenerResponse.builder().listeners(wanted).build());
  }

  private static Listener wanted(ListenerConfig listener, ModifyListenerRequest request) {
    Listener there = listener.resource();
    return there.toBuilder()
        .port(Objects.requireNonNullElse(request.port(), there.port()))
        .protocol(Objects.requireNonNullElse(request.protocol(), there.protocol()))
        .sslPolicy(request.sslPolicy() == null ? there.sslPolicy() : request.sslPolicy())
        .certificates(request.hasCertificates() ? request.certificates() : there.certificates())
        .alpnPolicy(request.hasAlpnPolicy() ? request.alpnPolicy() : there.alpnPolicy())
        .mutualAuthentication(request.mutualAuthentication())
        .defaultActions(
            request.hasDefaultActions() ? request.defaultActions() : there.defaultActions())
        .build();
  }

  private static void free(ListenerPlace place, int port) throws ApiException {
    for (ListenerConfig other : place.balancer().listeners()) {
      if (!other.arn().equals(place.listener().arn()) && other.resource().port() == port) {
        throw ApiException.validation("Listener port '%d' is already in use".formatted(port));
      }
    }
  }

  private static ListenerConfig withDefaultActions(ListenerConfig listener) {
    List<RuleConfig> rules = new ArrayList<>(listener.rules());
    rules.replaceAll(
        rule ->
            rule.isDefault()
                ? rule.withResource(DefaultRule.of(rule.arn(), listener.resource()))
                : rule);
    return listener.withRules(rules);
  }
}
