package io.albspec.steps.driver.haproxy;

import io.albspec.proxy.control.TargetConfig;
import io.albspec.proxy.control.TargetGroupConfig;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The names of sections and servers: the same for the same resource in every rendering. */
final class Names {

  private static final Pattern OTHER = Pattern.compile("[^A-Za-z0-9.:-]");

  private Names() {}

  /** The backend of a target group: its name and the unique end of its ARN. */
  static String backend(TargetGroupConfig group) {
    String arn = group.resource().targetGroupArn();
    String id = arn.substring(arn.lastIndexOf('/') + 1);
    return escaped(group.resource().targetGroupName()) + "." + escaped(id);
  }

  /** The backend that takes the requests of a target group without enough healthy targets. */
  static String failOpen(TargetGroupConfig group) {
    return backend(group) + ".fail-open";
  }

  /** A target within its backend. */
  static String server(TargetConfig target) {
    return escaped(target.resource().id()) + ":" + target.resource().port();
  }

  /** The rule that a request was found to meet. */
  static String rule(String priority) {
    return "rule-" + escaped(priority);
  }

  /** One condition of a rule, counted from 1. */
  static String condition(String priority, int number) {
    return rule(priority) + "-condition-" + number;
  }

  private static String escaped(String text) {
    return OTHER
        .matcher(text)
        .replaceAll(
            found -> Matcher.quoteReplacement("_%04x".formatted((int) found.group().charAt(0))));
  }
}
