package io.albspec.proxy.plan;

import io.albspec.proxy.control.ApiException;
import io.albspec.proxy.control.BalancerConfig;
import io.albspec.proxy.control.Config;
import io.albspec.proxy.control.ListenerConfig;
import io.albspec.proxy.desync.Mode;
import io.albspec.proxy.exchange.Settings;
import io.albspec.proxy.stickiness.CookieSeal;
import io.albspec.proxy.target.TargetGroup;
import io.albspec.proxy.telemetry.AccessLog;
import io.albspec.proxy.telemetry.AccessLogSource;
import io.albspec.proxy.telemetry.Counters;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * Compiles configurations into their listeners, one after the other. Changes nothing that is at
 * work.
 */
public final class PlanCompiler {

  private final AccessLogSource accessLogs;
  private final Function<String, Counters> counters;
  private RuleTables rules;

  /**
   * Compiles with these parts.
   *
   * @param groups gives the target group at work of an ARN
   * @param seal for the cookies of the load balancers
   * @param accessLogs gives the access logs of load balancers
   * @param counters gives the counters of the load balancer of an ARN
   */
  public PlanCompiler(
      Function<String, ? extends TargetGroup> groups,
      CookieSeal seal,
      AccessLogSource accessLogs,
      Function<String, Counters> counters) {
    this.rules = new RuleTables(groups, seal);
    this.accessLogs = accessLogs;
    this.counters = counters;
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
      for (ListenerConfig listener : balancer.listeners()) {
        String arn = listener.resource().listenerArn();
        listeners.put(
            arn,
            new Listener(
                arn,
                listener.resource().port(),
                settings,
                mode,
                counted,
                accessLog,
                now.of(listener)));
      }
    }
    rules = now;
    return listeners;
  }
}
