package io.albspec.proxy.control;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Listener;

/**
 * One listener with its rules.
 *
 * @param resource as DescribeListeners shows it, with its default certificate
 * @param certificates the ARNs in its certificate list, in the order they were added
 * @param tags in the order they were added
 * @param rules in the order of evaluation: ascending priority, the default rule last
 */
public record ListenerConfig(
    Listener resource,
    List<String> certificates,
    Map<String, String> tags,
    List<RuleConfig> rules) {

  /** With an empty certificate list. */
  public ListenerConfig(Listener resource, Map<String, String> tags, List<RuleConfig> rules) {
    this(resource, List.of(), tags, rules);
  }

  /** The listener's ARN. */
  public String arn() {
    return resource.listenerArn();
  }

  /** The rule of that ARN. */
  public Optional<RuleConfig> rule(String arn) {
    return rules.stream().filter(rule -> rule.arn().equals(arn)).findFirst();
  }

  /** With another face. */
  public ListenerConfig withResource(Listener changed) {
    return new ListenerConfig(changed, certificates, tags, rules);
  }

  /** With another certificate list. */
  public ListenerConfig withCertificates(List<String> changed) {
    return new ListenerConfig(resource, List.copyOf(changed), tags, rules);
  }

  /** With other tags. */
  public ListenerConfig withTags(Map<String, String> changed) {
    return new ListenerConfig(resource, certificates, changed, rules);
  }

  /** With other rules, given in any order. */
  public ListenerConfig withRules(List<RuleConfig> changed) {
    return new ListenerConfig(resource, certificates, tags, changed.stream().sorted().toList());
  }
}
