package io.albspec.steps.driver.haproxy;

import io.albspec.proxy.control.ApiException;
import io.albspec.proxy.control.BalancerConfig;
import io.albspec.proxy.control.ListenerConfig;
import io.albspec.proxy.control.RuleConfig;
import java.util.List;
import java.util.Set;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Listener;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ProtocolEnum;

/** Refuses load balancers that HAProxy cannot be. */
final class BalancerSupport {

  private static final String NO_S3 = "it logs to syslog, not to S3";
  private static final Set<String> OFF = Set.of("false");
  private static final String OFF_MODE = "off";

  private static final List<UnsupportedAttribute> ATTRIBUTES =
      List.of(
          new UnsupportedAttribute("access_logs.s3.enabled", OFF, NO_S3),
          new UnsupportedAttribute("connection_logs.s3.enabled", OFF, NO_S3),
          new UnsupportedAttribute("health_check_logs.s3.enabled", OFF, NO_S3),
          new UnsupportedAttribute(
              "client_keep_alive.seconds",
              Set.of("3600"),
              "it does not limit the age of a client connection"),
          new UnsupportedAttribute(
              "routing.http.desync_mitigation_mode",
              Set.of("defensive"),
              "its parser has one way to treat requests that do not comply"),
          new UnsupportedAttribute("waf.fail_open.enabled", OFF, "it has no AWS WAF"));

  private BalancerSupport() {}

  static void check(BalancerConfig balancer) throws ApiException {
    for (UnsupportedAttribute attribute : ATTRIBUTES) {
      attribute.check(balancer.attributes());
    }
    if (balancer.activeShift().isPresent()) {
      throw Refusal.unsupported("zonal shifts", "it has no name server to shift traffic with");
    }
    for (ListenerConfig listener : balancer.listeners()) {
      check(listener.resource());
      for (RuleConfig rule : listener.rules()) {
        RuleSupport.check(rule);
      }
    }
  }

  private static void check(Listener listener) throws ApiException {
    if (listener.protocol() != ProtocolEnum.HTTP && listener.protocol() != ProtocolEnum.HTTPS) {
      throw Refusal.unsupported(
          listener.protocolAsString() + " listeners", "this driver routes HTTP");
    }
    if (listener.mutualAuthentication() != null
        && !OFF_MODE.equals(listener.mutualAuthentication().mode())) {
      throw Refusal.unsupported(
          "mutual authentication", "this driver has no access to trust stores");
    }
  }
}
