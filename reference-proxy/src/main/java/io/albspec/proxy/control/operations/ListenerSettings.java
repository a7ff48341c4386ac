package io.albspec.proxy.control.operations;

import io.albspec.proxy.cloud.Cloud;
import io.albspec.proxy.control.ApiException;
import io.albspec.proxy.control.Config;
import io.albspec.proxy.control.rules.Actions;
import io.albspec.proxy.control.rules.ListenerSite;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Listener;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ProtocolEnum;

/** What a listener may be set to (guide, "Listener configuration"). */
final class ListenerSettings {

  private ListenerSettings() {}

  /** The listener as it is shown, with its default actions completed. */
  static Listener checked(Config config, Listener listener, Cloud cloud) throws ApiException {
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
    Listener secured = ListenerSecurity.checked(config, listener, cloud);
    Actions actions =
        new Actions(new ListenerSite(listener.protocol(), listener.port()), config::targetGroup);
    return secured.toBuilder().defaultActions(actions.checked(listener.defaultActions())).build();
  }
}
