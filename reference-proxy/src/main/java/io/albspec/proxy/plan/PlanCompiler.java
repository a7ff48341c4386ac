package io.albspec.proxy.plan;

import io.albspec.proxy.cloud.certificate.Certificate;
import io.albspec.proxy.control.ApiException;
import io.albspec.proxy.control.BalancerConfig;
import io.albspec.proxy.control.Config;
import io.albspec.proxy.control.ListenerConfig;
import io.albspec.proxy.desync.Mode;
import io.albspec.proxy.exchange.Settings;
import io.albspec.proxy.exchange.TlsInfo;
import io.albspec.proxy.policy.SecurityPolicies;
import io.albspec.proxy.stickiness.CookieSeal;
import io.albspec.proxy.target.TargetGroup;
import io.albspec.proxy.telemetry.AccessLog;
import io.albspec.proxy.telemetry.AccessLogSource;
import io.albspec.proxy.telemetry.ConnectionLog;
import io.albspec.proxy.telemetry.ConnectionLogSource;
import io.albspec.proxy.telemetry.Counters;
import io.albspec.proxy.tls.SecureListeners;
import io.albspec.proxy.tls.SecureSettings;
import io.albspec.proxy.trust.ClientAuthentications;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ProtocolEnum;

/**
 * Compiles configurations into their listeners, one after the other. Changes nothing that is at
 * work.
 */
public final class PlanCompiler {

  private static final List<String> PROTOCOLS = List.of(TlsInfo.HTTP2, TlsInfo.HTTP1);
  private static final List<String> WITHOUT_HTTP2 = List.of(TlsInfo.HTTP1);

  private final AccessLogSource accessLogs;
  private final ConnectionLogSource connectionLogs;
  private final Function<String, Counters> counters;
  private final SecureListeners secureListeners;
  private final ClientAuthentications authentications;
  private RuleTables rules;

  /**
   * Compiles with these parts.
   *
   * @param groups gives the target group at work of an ARN
   * @param seal for the cookies of the load balancers
   * @param accessLogs gives the access logs of load balancers
   * @param connectionLogs gives the connection logs of load balancers
   * @param counters gives the counters of the load balancer of an ARN
   * @param certificates gives the certificate of an ARN
   * @param authentications gives listeners what they do with certificates of clients
   */
  public PlanCompiler(
      Function<String, ? extends TargetGroup> groups,
      CookieSeal seal,
      AccessLogSource accessLogs,
      ConnectionLogSource connectionLogs,
      Function<String, Counters> counters,
      Function<String, Optional<Certificate>> certificates,
      ClientAuthentications authentications) {
    this.rules = new RuleTables(groups, seal);
    this.accessLogs = accessLogs;
    this.connectionLogs = connectionLogs;
    this.authentications = authentications;
    this.counters = counters;
    this.secureListeners = new SecureListeners(certificates);
  }

  /**
   * The listeners by their ARNs, in the order of the configuration.
   *
   * @throws ApiException if something is configured that this balancer cannot carry
   */
  public Map<String, Listener> compile(Config config) throws ApiException {
    Support.check(config);
    Map<String, Listener> listeners = new LinkedHashMap<>();
    RuleTables now = rules.next();
    for (BalancerConfig balancer : config.balancers().values()) {
      Settings settings = Settings.of(balancer.attributes());
      Mode mode = Mode.named(balancer.attributes().get("routing.http.desync_mitigation_mode"));
      Counters counted = counters.apply(balancer.resource().loadBalancerArn());
      AccessLog accessLog = accessLogs.forBalancer(balancer);
      ConnectionLog connectionLog = connectionLogs.connectionLog(balancer);
      for (ListenerConfig listener : balancer.listeners()) {
        String arn = listener.resource().listenerArn();
        listeners.put(
            arn,
            new Listener(
                arn,
                listener.resource().port(),
                behind(listener, settings),
                mode,
                counted,
                accessLog,
                connectionLog,
                now.of(listener),
                secure(listener, protocols(balancer), config)));
      }
    }
    rules = now;
    secureListeners.retain(
        listeners.values().stream().flatMap(listener -> listener.secure().stream()).toList());
    authentications.retain(config);
    return listeners;
  }

  private static List<String> protocols(BalancerConfig balancer) {
    return Boolean.parseBoolean(balancer.attributes().get("routing.http2.enabled"))
        ? PROTOCOLS
        : WITHOUT_HTTP2;
  }

  private static Settings behind(ListenerConfig listener, Settings settings) {
    return SecurityPolicies.hasTls13(listener.resource().sslPolicy())
        ? settings.withTls13Targets()
        : settings;
  }

  private Optional<SecureSettings> secure(
      ListenerConfig listener, List<String> protocols, Config config) throws ApiException {
    if (listener.resource().protocol() != ProtocolEnum.HTTPS) {
      return Optional.empty();
    }
    String certificate = listener.resource().certificates().get(0).certificateArn();
    Optional<SecureSettings> secure =
        secureListeners.settings(
            SecurityPolicies.named(listener.resource().sslPolicy()).orElseThrow(),
            certificate,
            listener.certificates(),
            protocols,
            authentications.of(listener.resource().mutualAuthentication(), config));
    if (secure.isEmpty()) {
      throw new ApiException(
          "CertificateNotFound", "Certificate '%s' not found".formatted(certificate));
    }
    return secure;
  }
}
