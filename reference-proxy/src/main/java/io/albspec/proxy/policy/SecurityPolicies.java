package io.albspec.proxy.policy;

import static io.albspec.proxy.policy.CipherSuite.Family.ECDHE_GCM;
import static io.albspec.proxy.policy.CipherSuite.Family.ECDHE_SHA;
import static io.albspec.proxy.policy.CipherSuite.Family.ECDHE_SHA2;
import static io.albspec.proxy.policy.CipherSuite.Family.RSA_SHA;
import static io.albspec.proxy.policy.CipherSuite.Family.RSA_SHA2;
import static io.albspec.proxy.policy.CipherSuite.Family.TLS13;
import static io.albspec.proxy.policy.CipherSuite.Family.TLS13_CHACHA;
import static io.albspec.proxy.policy.CipherSuite.Family.TRIPLE_DES;

import io.albspec.proxy.policy.CipherSuite.Family;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The security policies of the guide's tables ("TLS protocols and ciphers"). */
public final class SecurityPolicies {

  private static final List<TlsVersion> VERSIONS = List.of(TlsVersion.values());
  private static final Set<Family> OLD = EnumSet.of(ECDHE_SHA, RSA_SHA2, RSA_SHA);
  private static final Set<Family> ALL_12 = union(OLD, ECDHE_GCM, ECDHE_SHA2);
  private static final Set<Family> ALL_13 = union(ALL_12, TLS13, TLS13_CHACHA);
  private static final Set<Family> ALL_FIPS = union(ALL_12, TLS13);

  private static final List<SecurityPolicy> TABLE =
      List.of(
          policy("2016-08", 0, 2, ALL_12),
          policy("TLS13-1-2-2021-06", 2, 3, TLS13, TLS13_CHACHA, ECDHE_GCM, ECDHE_SHA2),
          policy("TLS13-1-2-Res-2021-06", 2, 3, TLS13, TLS13_CHACHA, ECDHE_GCM),
          policy(
              "TLS13-1-2-Ext1-2021-06", 2, 3, TLS13, TLS13_CHACHA, ECDHE_GCM, ECDHE_SHA2, RSA_SHA2),
          policy("TLS13-1-2-Ext2-2021-06", 2, 3, ALL_13),
          policy("TLS13-1-1-2021-06", 1, 3, ALL_13),
          policy("TLS13-1-0-2021-06", 0, 3, ALL_13),
          policy("TLS13-1-3-2021-06", 3, 3, TLS13, TLS13_CHACHA),
          policy("TLS13-1-3-FIPS-2023-04", 3, 3, TLS13),
          policy("TLS13-1-2-Res-FIPS-2023-04", 2, 3, TLS13, ECDHE_GCM),
          policy("TLS13-1-2-FIPS-2023-04", 2, 3, TLS13, ECDHE_GCM, ECDHE_SHA2),
          policy("TLS13-1-2-Ext0-FIPS-2023-04", 2, 3, TLS13, ECDHE_GCM, ECDHE_SHA2, ECDHE_SHA),
          policy("TLS13-1-2-Ext1-FIPS-2023-04", 2, 3, TLS13, ECDHE_GCM, ECDHE_SHA2, RSA_SHA2),
          policy("TLS13-1-2-Ext2-FIPS-2023-04", 2, 3, ALL_FIPS),
          policy("TLS13-1-1-FIPS-2023-04", 1, 3, ALL_FIPS),
          policy("TLS13-1-0-FIPS-2023-04", 0, 3, ALL_FIPS),
          policy("FS-1-2-Res-2020-10", 2, 2, ECDHE_GCM),
          policy("FS-1-2-Res-2019-08", 2, 2, ECDHE_GCM, ECDHE_SHA2),
          policy("FS-1-2-2019-08", 2, 2, ECDHE_GCM, ECDHE_SHA2, ECDHE_SHA),
          policy("FS-1-1-2019-08", 1, 2, ECDHE_GCM, ECDHE_SHA2, ECDHE_SHA),
          policy("FS-2018-06", 0, 2, ECDHE_GCM, ECDHE_SHA2, ECDHE_SHA),
          policy("TLS-1-2-Ext-2018-06", 2, 2, ALL_12),
          policy("TLS-1-2-2017-01", 2, 2, ECDHE_GCM, ECDHE_SHA2, RSA_SHA2),
          policy("TLS-1-1-2017-01", 1, 2, ALL_12),
          policy("TLS-1-0-2015-04", 0, 2, union(ALL_12, TRIPLE_DES)),
          policy("2015-05", 0, 2, ALL_12));

  private static final SecurityPolicy TARGETS = named("ELBSecurityPolicy-2016-08").orElseThrow();
  private static final SecurityPolicy TARGETS_WITH_TLS13 =
      named("ELBSecurityPolicy-TLS13-1-0-2021-06").orElseThrow();

  private SecurityPolicies() {}

  /** All of them, in the order in which they are shown. */
  public static List<SecurityPolicy> all() {
    return TABLE;
  }

  /** The policy of that full name. */
  public static Optional<SecurityPolicy> named(String name) {
    return TABLE.stream().filter(policy -> policy.name().equals(name)).findFirst();
  }

  /** Whether a policy has TLS 1.3; a listener that is not secure has none, null. */
  public static boolean hasTls13(String name) {
    return name != null && named(name).map(SecurityPolicy::hasTls13).orElse(false);
  }

  /**
   * The policy for connections to targets.
   *
   * @param tls13 whether that of the listener in front has TLS 1.3
   */
  public static SecurityPolicy towardsTargets(boolean tls13) {
    return tls13 ? TARGETS_WITH_TLS13 : TARGETS;
  }

  private static SecurityPolicy policy(String name, int oldest, int newest, Family... families) {
    return policy(name, oldest, newest, Set.of(families));
  }

  private static SecurityPolicy policy(String name, int oldest, int newest, Set<Family> families) {
    return SecurityPolicy.named(
        name,
        VERSIONS.subList(oldest, newest + 1),
        Stream.of(CipherSuite.values())
            .filter(suite -> families.contains(suite.family()))
            .toList());
  }

  private static Set<Family> union(Set<Family> groups, Family... more) {
    Set<Family> all = EnumSet.copyOf(groups);
    all.addAll(List.of(more));
    return Set.copyOf(all);
  }
}
