package io.albspec.proxy.plan;

import io.albspec.proxy.control.ApiException;
import io.albspec.proxy.control.BalancerConfig;
import io.albspec.proxy.control.Config;
import io.albspec.proxy.control.ListenerConfig;
import io.albspec.proxy.control.RuleConfig;
import io.albspec.proxy.desync.Mode;
import io.albspec.proxy.exchange.Settings;
import io.albspec.proxy.routing.ActionCompiler;
import io.albspec.proxy.routing.Condition;
import io.albspec.proxy.routing.ConditionCompiler;
import io.albspec.proxy.target.TargetGroup;
import io.albspec.proxy.telemetry.AccessLog;
import io.albspec.proxy.telemetry.AccessLogSource;
import io.albspec.proxy.telemetry.Counters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.RuleCondition;

/** Compiles a configuration into its listeners. Changes nothing that is at work. */
public final class PlanCompiler {

  private static final String DEFAULT = "default";

  private final Function<String, ? extends TargetGroup> groups;
  private final AccessLogSource accessLogs;
  private final Function<String, Counters> counters;

  /**
   * Compiles with these parts.
   *
   * @param groups gives the target group at work of an ARN
   * @param accessLogs gives the access logs of load balancers
   * @param counters gives the counters of the load balancer of an ARN
   */
  public PlanCompiler(
      Function<String, ? extends TargetGroup> groups,
      AccessLogSource accessLogs,
      Function<String, Counters> counters) {
    this.groups = groups;
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
                rules(listener)));
      }
    }
    return listeners;
  }

  private List<Rule> rules(ListenerConfig listener) throws ApiException {
    ActionCompiler actions = new ActionCompiler(listener.resource(), groups);
    List<Rule> rules = new ArrayList<>();
    for (RuleConfig rule : listener.rules()) {
      rules.add(
          new Rule(
              priority(rule),
              conditions(rule.resource().conditions()),
              actions.compile(rule.resource().actions())));
    }
    rules.sort(Comparator.comparingInt(PlanCompiler::rank));
    return List.copyOf(rules);
  }

  private static int priority(RuleConfig rule) {
    String priority = rule.resource().priority();
    return priority.equals(DEFAULT) ? 0 : Integer.parseInt(priority);
  }

  /** The default rule comes last. */
  private static int rank(Rule rule) {
    return rule.priority() == 0 ? Integer.MAX_VALUE : rule.priority();
  }

  private static List<Condition> conditions(List<RuleCondition> configured) throws ApiException {
    List<Condition> conditions = new ArrayList<>();
    for (RuleCondition condition : configured) {
      conditions.add(ConditionCompiler.compile(condition));
    }
    return List.copyOf(conditions);
  }
}
