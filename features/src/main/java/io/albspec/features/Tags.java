package io.albspec.features;

import java.util.Set;

/** The closed vocabulary of tags. */
final class Tags {

  static final String GUIDE = "@guide:";
  static final String REQUIREMENT = "@req:";
  static final String FEATURE = "@feature:";
  static final String NEEDS = "@needs:";
  static final String TIME = "@time:";
  static final String CORE = "@core";
  static final String EXTENDED = "@extended";

  private static final Set<String> ABILITIES =
      Set.of(
          "access-log",
          "anomaly-detection",
          "audit-trail",
          "aws-cli",
          "buckets",
          "certificates",
          "connection-log",
          "dns",
          "faults",
          "h2",
          "ipv6",
          "metrics",
          "openssl",
          "quotas",
          "source-address",
          "zonal-shift",
          "zones");
  private static final Set<String> TIMES = Set.of("settable", "virtual", "wall");
  private static final Set<String> PLAIN =
      Set.of(CORE, EXTENDED, "@statistical", "@observed", "@isolated", "@provisional");
  private static final String SLUG = "[a-z0-9]+(-[a-z0-9]+)*";

  private Tags() {}

  /** Whether a tag belongs to the vocabulary; whether what it names exists is not looked at. */
  static boolean known(String tag) {
    int colon = tag.indexOf(':');
    if (colon < 0) {
      return PLAIN.contains(tag);
    }
    String name = tag.substring(colon + 1);
    return switch (tag.substring(0, colon + 1)) {
      case GUIDE -> name.matches(SLUG + "/" + SLUG);
      case REQUIREMENT -> !name.isEmpty();
      case FEATURE -> name.matches(SLUG);
      case NEEDS -> ABILITIES.contains(name);
      case TIME -> TIMES.contains(name);
      default -> false;
    };
  }
}
