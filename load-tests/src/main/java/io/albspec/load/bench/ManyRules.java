package io.albspec.load.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import software.amazon.awssdk.services.elasticloadbalancingv2.ElasticLoadBalancingV2Client;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Action;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Listener;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.RuleCondition;

/**
 * Rules of a listener, each for a host and the beginning of a path, a hundred paths to a host; and
 * how long it takes to change one of them.
 */
final class ManyRules {

  static final String QUOTA = "rules-per-application-load-balancer";
  static final int MOST = 50_000;

  private static final int PATHS_PER_HOST = 100;
  private static final int CHANGES = 100;

  private final ElasticLoadBalancingV2Client elb;
  private final Listener listener;
  private final Action forward;

  ManyRules(ElasticLoadBalancingV2Client elb, Listener listener, Action forward) {
    this.elb = elb;
    this.listener = listener;
    this.forward = forward;
  }

  /** Creates so many. What is to be said of changes, in a line; nothing if there are none. */
  String create(String count) {
    int rules = Integer.parseInt(count);
    String last = "";
    long begin = System.nanoTime();
    for (int i = 0; i < rules; i++) {
      int number = i;
      last =
          elb.createRule(
                  r ->
                      r.listenerArn(listener.listenerArn())
                          .priority(number + 1)
                          .conditions(host(number / PATHS_PER_HOST), path(number))
                          .actions(forward))
              .rules()
              .get(0)
              .ruleArn();
    }
    return rules == 0
        ? ""
        : "%d rules created in %d ms, %s%n".formatted(rules, since(begin), changes(last));
  }

  private String changes(String rule) {
    List<Long> times = new ArrayList<>();
    for (int i = 0; i < CHANGES; i++) {
      int number = i;
      long begin = System.nanoTime();
      elb.modifyRule(r -> r.ruleArn(rule).conditions(host(number), path(number)));
      times.add(since(begin));
    }
    Collections.sort(times);
    return "a change takes %d ms at the median, %d ms at most"
        .formatted(times.get(CHANGES / 2), times.get(CHANGES - 1));
  }

  private static long since(long begin) {
    return (System.nanoTime() - begin) / 1_000_000;
  }

  private static RuleCondition host(int number) {
    return RuleCondition.builder()
        .field("host-header")
        .hostHeaderConfig(h -> h.values("tenant%d.example.com".formatted(number)))
        .build();
  }

  private static RuleCondition path(int number) {
    return RuleCondition.builder()
        .field("path-pattern")
        .pathPatternConfig(p -> p.values("/service%d/*".formatted(number % PATHS_PER_HOST)))
        .build();
  }
}
