package io.albspec.proxy.target;

import java.util.List;
import java.util.Map;

/** The routing algorithms of target groups, by their names in the guide. */
enum AlgorithmType {
  ROUND_ROBIN("round_robin"),
  LEAST_OUTSTANDING_REQUESTS("least_outstanding_requests"),
  WEIGHTED_RANDOM("weighted_random");

  private static final String ATTRIBUTE = "load_balancing.algorithm.type";

  private final String value;

  AlgorithmType(String value) {
    this.value = value;
  }

  /** The one that the attributes of a target group name; groups of functions name none. */
  static AlgorithmType of(Map<String, String> attributes) {
    String name = attributes.getOrDefault(ATTRIBUTE, ROUND_ROBIN.value);
    for (AlgorithmType type : values()) {
      if (type.value.equals(name)) {
        return type;
      }
    }
    throw new IllegalArgumentException(ATTRIBUTE + " cannot be " + name);
  }

  /** Begins to choose among these. */
  Algorithm over(List<Target> eligible) {
    return switch (this) {
      case ROUND_ROBIN -> new RoundRobin(eligible);
      case LEAST_OUTSTANDING_REQUESTS -> new LeastOutstanding(eligible);
      case WEIGHTED_RANDOM -> new WeightedRandom(eligible);
    };
  }
}
