package io.albspec.load.stage;

import io.albspec.load.accounting.ChangeCount;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.elasticloadbalancingv2.ElasticLoadBalancingV2Client;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Action;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancerAttribute;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.RuleCondition;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.RulePriorityPair;

/**
 * Changes the configuration of a load balancer all the time, on a thread of its own, in ways that
 * no request may notice: rules that come, change, move and go, and an attribute.
 */
final class Changes {

  private static final long EVERY_NANOS = TimeUnit.MILLISECONDS.toNanos(50);
  private static final Duration LAST_CHANGE = Duration.ofSeconds(30);
  private static final String IDLE_TIMEOUT = "idle_timeout.timeout_seconds";

  private final ElasticLoadBalancingV2Client elb;
  private final String loadBalancer;
  private final String listener;
  private final Action forward;
  private final List<Long> nanos = new ArrayList<>();
  private final Thread thread = new Thread(this::run, "changes");
  private final long begun = System.nanoTime();
  private volatile boolean ended;
  private Optional<String> trouble = Optional.empty();
  private String rule = "";

  /**
   * Begins.
   *
   * @param forward the action of the rules, which is that of the listener
   */
  Changes(ElasticLoadBalancingV2Client elb, String loadBalancer, String listener, Action forward) {
    this.elb = elb;
    this.loadBalancer = loadBalancer;
    this.listener = listener;
    this.forward = forward;
    thread.setDaemon(true);
    thread.start();
  }

  private void run() {
    try {
      for (int number = 0; !ended; number++) {
        long begin = System.nanoTime();
        change(number);
        nanos.add(System.nanoTime() - begin);
        awaitTurn(number + 1L);
      }
    } catch (SdkException e) {
      trouble = Optional.of(String.valueOf(e.getMessage()));
    }
  }

  /** At a constant rate, however long the changes take. */
  private void awaitTurn(long number) {
    long wait = begun + number * EVERY_NANOS - System.nanoTime();
    while (wait > 0 && !ended) {
      LockSupport.parkNanos(wait);
      wait = begun + number * EVERY_NANOS - System.nanoTime();
    }
  }

  private void change(int number) {
    switch (number % 5) {
      case 0 -> rule = create(number);
      case 1 -> elb.modifyRule(r -> r.ruleArn(rule).conditions(path("/changed/" + number)));
      case 2 -> elb.setRulePriorities(s -> s.rulePriorities(moved(rule, number % 10_000 + 1)));
      case 3 -> elb.deleteRule(r -> r.ruleArn(rule));
      default ->
          elb.modifyLoadBalancerAttributes(
              m ->
                  m.loadBalancerArn(loadBalancer)
                      .attributes(
                          LoadBalancerAttribute.builder()
                              .key(IDLE_TIMEOUT)
                              .value(String.valueOf(60 + number % 10))
                              .build()));
    }
  }

  private String create(int number) {
    return elb.createRule(
            r ->
                r.listenerArn(listener)
                    .priority(number % 20_000 + 20_000)
                    .conditions(path("/created/" + number + "/*"))
                    .actions(forward))
        .rules()
        .get(0)
        .ruleArn();
  }

  private static RulePriorityPair moved(String ruleArn, int priority) {
    return RulePriorityPair.builder().ruleArn(ruleArn).priority(priority).build();
  }

  private static RuleCondition path(String pattern) {
    return RuleCondition.builder().field("path-pattern").values(pattern).build();
  }

  /** Ends, and tells what has been done. */
  ChangeCount end() {
    ended = true;
    LockSupport.unpark(thread);
    try {
      thread.join(LAST_CHANGE.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    Duration time = Duration.ofNanos(System.nanoTime() - begun);
    if (thread.isAlive() || nanos.isEmpty()) {
      String none = thread.isAlive() ? "a change did not end" : "there was none";
      return new ChangeCount(
          0, time, Duration.ZERO, Duration.ZERO, Optional.of(trouble.orElse(none)));
    }
    Collections.sort(nanos);
    return new ChangeCount(
        nanos.size(),
        time,
        Duration.ofNanos(nanos.get(nanos.size() / 2)),
        Duration.ofNanos(nanos.get(nanos.size() - 1)),
        trouble);
  }
}
