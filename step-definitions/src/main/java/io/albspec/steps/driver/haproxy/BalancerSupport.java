package io.albspec.steps.driver.haproxy;

import io.albspec.proxy.control.ApiException;
import io.albspec.proxy.control.BalancerConfig;
import io.albspec.proxy.control.ListenerConfig;
import io.albspec.proxy.control.RuleConfig;
import java.util.List;
import java.util.Set;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ProtocolEnum;

/** Refuses load balancers that HAProxy cannot be. */
final class BalancerSupport {

  private static final String NO_S3 = "it logs to syslog, not to S3";
  private static final Set<String> OFF = Set.of("false");

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
          new UnsupportedAttribute(
              "routing.http.x_amzn_tls_version_and_cipher_suite.enabled",
              OFF,
              "this driver has no HTTPS listeners"),
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
      if (listener.resource().protocol() != ProtocolEnum.HTTP) {
        throw Refusal.unsupported(
            listener.resource().protocolAsString() + " listeners",
            "this driver has no access to certificates");
      }
      for (RuleConfig rule : listener.rules()) {
        RuleSupport.check(rule);
      }
    }
  }
}
