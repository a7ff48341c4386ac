package io.albspec.proxy.store;

import io.albspec.proxy.control.BalancerConfig;
import io.albspec.proxy.control.Config;
import io.albspec.proxy.control.ListenerConfig;
import io.albspec.proxy.control.RuleConfig;
import io.albspec.proxy.control.TargetConfig;
import io.albspec.proxy.control.TargetGroupConfig;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Any changes of a configuration: such as the API makes, and some that it never would. */
final class RandomChanges {

  private final Random random;
  private int made;

  RandomChanges(long seed) {
    this.random = new Random(seed);
  }

  /** The configuration after one change that may consist of several. */
  Config next(Config config) {
    Config next = config;
    for (int i = random.nextInt(4); i >= 0; i--) {
      next = one(next);
    }
    return next.withGeneration(config.generation() + 1);
  }

  private Config one(Config config) {
    return switch (random.nextInt(11)) {
      case 0 -> config.with(Configs.balancer("lb/" + ++made, listener()));
      case 1 -> config.with(Configs.group("tg/" + ++made, target()));
      case 2 ->
          config.balancers().size() < 2 ? config : config.withoutBalancer(balancer(config).arn());
      case 3 ->
          config.targetGroups().size() < 2
              ? config
              : config.withoutTargetGroup(group(config).arn());
      case 4 -> trustStores(config);
      case 5, 6, 7 ->
          config.balancers().isEmpty() ? config : config.with(changed(balancer(config)));
      default -> config.targetGroups().isEmpty() ? config : config.with(changed(group(config)));
    };
  }

  private Config trustStores(Config config) {
    if (config.trustStores().size() > 1) {
      return config.withoutTrustStore(one(config.trustStores().keySet()));
    }
    return config.with(Configs.trustStore("ts/" + ++made));
  }

  private BalancerConfig changed(BalancerConfig balancer) {
    return switch (random.nextInt(6)) {
      case 0 -> balancer.withTags(tags());
      case 1 -> balancer.withNodes(shuffled(balancer.nodes()));
      case 2 -> balancer.with(listener());
      case 3 ->
          balancer.listeners().isEmpty()
              ? balancer
              : balancer.withoutListener(one(balancer.listeners()).arn());
      default ->
          balancer.listeners().isEmpty()
              ? balancer
              : balancer.with(changed(one(balancer.listeners())));
    };
  }

  private ListenerConfig changed(ListenerConfig listener) {
    List<RuleConfig> rules = new ArrayList<>(listener.rules());
    switch (random.nextInt(5)) {
      case 0 ->
          rules.add(Configs.rule(listener.arn() + "/new/" + ++made, 1 + random.nextInt(50_000)));
      case 1 -> rules.remove(random.nextInt(rules.size()));
      case 2 -> rules.replaceAll(rule -> random.nextBoolean() ? rule : rule.withTags(tags()));
      case 3 -> {
        return listener.withCertificates(List.of("certificate/" + ++made));
      }
      default -> {
        return listener.withTags(tags());
      }
    }
    return rules.isEmpty() ? listener : listener.withRules(rules);
  }

  private TargetGroupConfig changed(TargetGroupConfig group) {
    List<TargetConfig> targets = new ArrayList<>(group.targets());
    switch (random.nextInt(5)) {
      case 0 -> targets.add(random.nextInt(targets.size() + 1), target());
      case 1 -> targets.add(target());
      case 2 -> targets.replaceAll(target -> target.drainingUntil(Instant.ofEpochSecond(made)));
      case 3 -> Collections.shuffle(targets, random);
      default -> {
        return targets.isEmpty()
            ? group.withTags(tags())
            : group.withTargets(targets.subList(1, targets.size()));
      }
    }
    return group.withTargets(targets);
  }

  private ListenerConfig listener() {
    return Configs.listener("ls/" + ++made, random.nextInt(5));
  }

  private TargetConfig target() {
    return Configs.target(++made);
  }

  private Map<String, String> tags() {
    return Map.of("k" + random.nextInt(3), "v\u00e9\ud83d\ude80" + ++made);
  }

  private BalancerConfig balancer(Config config) {
    return one(config.balancers().values());
  }

  private TargetGroupConfig group(Config config) {
    return one(config.targetGroups().values());
  }

  private <T> T one(Collection<T> of) {
    return List.copyOf(of).get(random.nextInt(of.size()));
  }

  private <T> List<T> shuffled(List<T> list) {
    List<T> shuffled = new ArrayList<>(list);
    Collections.shuffle(shuffled, random);
    return List.copyOf(shuffled);
  }
}
