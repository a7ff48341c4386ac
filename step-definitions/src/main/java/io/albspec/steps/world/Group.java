package io.albspec.steps.world;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * A target group that a scenario named.
 *
 * @param name in the scenario, such as {@code blue}
 * @param arn in the API
 * @param type of its targets, {@code ip} or {@code instance}
 * @param healthCheckPath what health checks asked for at first
 * @param targets the names of its targets, in the order of registration
 * @param interval between two health checks of a target
 * @param timeout of a health check
 * @param threshold how many equal results in a row change a target's state, the larger of the two
 */
public record Group(
    String name,
    String arn,
    String type,
    String healthCheckPath,
    List<String> targets,
    Duration interval,
    Duration timeout,
    int threshold) {

  /** The longest change of health with the default settings. */
  static final Duration DEFAULT_HEALTH_CHANGE = Duration.ofSeconds(215);

  /** How long a change of health may take to show: every check one interval late. */
  public Duration healthChange() {
    return interval.multipliedBy(threshold + 2L).plus(timeout);
  }

  Group with(String target) {
    List<String> more = Stream.concat(targets.stream(), Stream.of(target)).distinct().toList();
    return new Group(name, arn, type, healthCheckPath, more, interval, timeout, threshold);
  }
}
