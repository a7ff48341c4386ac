package io.albspec.proxy.control.operations;

import io.albspec.proxy.cloud.Cloud;
import io.albspec.proxy.control.ApiException;
import io.albspec.proxy.control.Config;
import io.albspec.proxy.control.ListenerConfig;
import io.albspec.proxy.control.RuleConfig;
import io.albspec.proxy.control.operations.Configuration.Changed;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Certificate;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Listener;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ModifyListenerRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ModifyListenerResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.MutualAuthenticationAttributes;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ProtocolEnum;

/** ModifyListener. */
final class ModifyListener {

  private final Configuration configuration;
  private final Cloud cloud;

  ModifyListener(Configuration configuration, Cloud cloud) {
    this.configuration = configuration;
    this.cloud = cloud;
  }

  ModifyListenerResponse modify(ModifyListenerRequest request) throws ApiException {
    return configuration.change(config -> modify(config, request));
  }

  private Changed<ModifyListenerResponse> modify(Config config, ModifyListenerRequest request)
      throws ApiException {
    ListenerPlace place = Lookup.listener(config, request.listenerArn());
    Listener wanted =
        ListenerSettings.checked(config, wanted(place.listener().resource(), request), cloud);
    free(place, wanted.port());
    ListenerConfig changed = withDefaultActions(place.listener().withResource(wanted));
    if (wanted.protocol() == ProtocolEnum.HTTP) {
      changed = changed.withCertificates(List.of());
    }
    SecureListeners.check(place.balancer().with(changed), configuration.quotas());
    Config next = configuration.associations().settle(place.in(config, changed));
    return new Changed<>(next, ModifyListenerResponse.builder().listeners(wanted).build());
  }

  private static Listener wanted(Listener there, ModifyListenerRequest request) {
    ProtocolEnum protocol = Objects.requireNonNullElse(request.protocol(), there.protocol());
    Listener.Builder wanted = (protocol == ProtocolEnum.HTTP ? open(there) : there).toBuilder();
    wanted.protocol(protocol);
    set(request.port(), wanted::port);
    set(request.sslPolicy(), wanted::sslPolicy);
    set(request.mutualAuthentication(), wanted::mutualAuthentication);
    set(request.hasCertificates() ? request.certificates() : null, wanted::certificates);
    set(request.hasAlpnPolicy() ? request.alpnPolicy() : null, wanted::alpnPolicy);
    set(request.hasDefaultActions() ? request.defaultActions() : null, wanted::defaultActions);
    return wanted.build();
  }

  private static <T> void set(T asked, Consumer<T> member) {
    if (asked != null) {
      member.accept(asked);
    }
  }

  /** A listener that is HTTPS no more loses what only such a one has. */
  private static Listener open(Listener listener) {
    return listener.copy(
        l ->
            l.sslPolicy(null)
                .certificates((Collection<Certificate>) null)
                .mutualAuthentication((MutualAuthenticationAttributes) null));
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
