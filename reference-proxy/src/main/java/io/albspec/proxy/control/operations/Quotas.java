package io.albspec.proxy.control.operations;

import io.albspec.proxy.control.ApiException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;

/** How many things an account may have: the quotas of the guide, some of them adjusted. */
public final class Quotas {

  /** Those every account begins with. */
  public static final Quotas STANDARD = new Quotas(new EnumMap<>(Quota.class));

  private static final int LARGEST = 10_000_000;

  private final Map<Quota, Integer> adjusted;

  private Quotas(Map<Quota, Integer> adjusted) {
    this.adjusted = adjusted;
  }

  /**
   * With one of them adjusted.
   *
   * @param name as DescribeAccountLimits has it
   * @param value from 1 to 10,000,000
   * @throws IllegalArgumentException if there is no such quota, or it is not adjustable, or not to
   *     that value
   */
  public Quotas with(String name, int value) {
    Quota quota =
        Quota.named(name)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "there is no quota '%s'; those that can be adjusted are %s"
                            .formatted(name, adjustable())));
    if (!quota.adjustable()) {
      throw new IllegalArgumentException(
          "the quota '%s' cannot be adjusted; those that can are %s".formatted(name, adjustable()));
    }
    if (value < 1 || value > LARGEST) {
      throw new IllegalArgumentException(
          "the quota '%s' can be from 1 to %d, not %d".formatted(name, LARGEST, value));
    }
    Map<Quota, Integer> values = new EnumMap<>(Quota.class);
    values.putAll(adjusted);
    values.put(quota, value);
    return new Quotas(values);
  }

  private static String adjustable() {
    return Arrays.stream(Quota.values())
        .filter(Quota::adjustable)
        .map(Quota::limit)
        .collect(Collectors.joining(", "));
  }

  /** How many are allowed. */
  int maximum(Quota quota) {
    return adjusted.getOrDefault(quota, quota.standard());
  }

  /** Refuses more than are allowed. */
  void check(Quota quota, long count) throws ApiException {
    if (count > maximum(quota)) {
      throw quota.exceeded(maximum(quota));
    }
  }
}
