package io.albspec.proxy.control.operations;

import io.albspec.proxy.control.ApiException;
import io.albspec.proxy.control.Config;
import io.albspec.proxy.control.Unsupported;
import io.albspec.proxy.control.rules.Actions;
import io.albspec.proxy.control.rules.ListenerSite;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Listener;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.MutualAuthenticationAttributes;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ProtocolEnum;

/** What a listener may be set to (guide, "Listener configuration"). */
final class ListenerSettings {

  private static final String NO_MUTUAL_AUTHENTICATION = "off";

  private ListenerSettings() {}

  /** The listener as it is shown, with its default actions completed. */
  static Listener checked(Config config, Listener listener) throws ApiException {
    if (listener.port() == null) {
      throw ApiException.validation("A listener port must be specified");
    }
    if (listener.protocol() == null) {
      throw ApiException.validation("A listener protocol must be specified");
    }
    if (listener.protocol() != ProtocolEnum.HTTP && listener.protocol() != ProtocolEnum.HTTPS) {
      throw ApiException.validation(
          "Listener protocol '%s' must be one of 'HTTP, HTTPS'".formatted(listener.protocol()));
    }
    security(listener);
    Actions actions =
        new Actions(
            new ListenerSite(listener.protocol(), listener.port()),
            arn -> config.targetGroup(arn).isPresent());
    Listener shown =
        listener.toBuilder().defaultActions(actions.checked(listener.defaultActions())).build();
    Unsupported.HTTPS_LISTENERS.unless(listener.protocol() == ProtocolEnum.HTTP);
    return shown.copy(l -> l.mutualAuthentication((MutualAuthenticationAttributes) null));
  }

  private static void security(Listener listener) throws ApiException {
    boolean secure = listener.protocol() == ProtocolEnum.HTTPS;
    if (secure && listener.certificates().isEmpty()) {
      throw ApiException.validation("A certificate must be specified for HTTPS listeners");
    }
    if (secure && listener.certificates().size() != 1) {
      throw ApiException.configuration(
          "You must provide a list containing exactly one certificate if the listener protocol is HTTPS.");
    }
    if (listener.sslPolicy() != null && !SslPolicies.exists(listener.sslPolicy())) {
      throw SslPolicies.notFound(listener.sslPolicy());
    }
    if (!listener.alpnPolicy().isEmpty()) {
      throw ApiException.configuration(
          "An ALPN policy is not supported on load balancers with type 'application'");
    }
    boolean mutual =
        listener.mutualAuthentication() != null
            && !NO_MUTUAL_AUTHENTICATION.equals(listener.mutualAuthentication().mode());
    if (!secure && (mutual || !listener.certificates().isEmpty() || listener.sslPolicy() != null)) {
      throw ApiException.configuration(
          "Certificates, an SSL policy and mutual authentication can only be specified for HTTPS listeners");
    }
  }
}
