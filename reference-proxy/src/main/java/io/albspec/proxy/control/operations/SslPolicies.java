package io.albspec.proxy.control.operations;

import static io.albspec.proxy.control.operations.PolicyCipher.Family.ECDHE_GCM;
import static io.albspec.proxy.control.operations.PolicyCipher.Family.ECDHE_SHA;
import static io.albspec.proxy.control.operations.PolicyCipher.Family.ECDHE_SHA2;
import static io.albspec.proxy.control.operations.PolicyCipher.Family.RSA_SHA;
import static io.albspec.proxy.control.operations.PolicyCipher.Family.RSA_SHA2;
import static io.albspec.proxy.control.operations.PolicyCipher.Family.TLS13;
import static io.albspec.proxy.control.operations.PolicyCipher.Family.TLS13_CHACHA;
import static io.albspec.proxy.control.operations.PolicyCipher.Family.TRIPLE_DES;

import io.albspec.proxy.control.ApiException;
import io.albspec.proxy.control.operations.PolicyCipher.Family;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Cipher;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeSslPoliciesRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeSslPoliciesResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancerTypeEnum;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.SslPolicy;

/** DescribeSSLPolicies: the security policies of the guide's tables ("Security policies"). */
final class SslPolicies {

  private static final List<String> VERSIONS = List.of("TLSv1", "TLSv1.1", "TLSv1.2", "TLSv1.3");
  private static final Set<Family> OLD = EnumSet.of(ECDHE_SHA, RSA_SHA2, RSA_SHA);
  private static final Set<Family> ALL_12 = union(OLD, ECDHE_GCM, ECDHE_SHA2);
  private static final Set<Family> ALL_13 = union(ALL_12, TLS13, TLS13_CHACHA);
  private static final Set<Family> ALL_FIPS = union(ALL_12, TLS13);

  private static final List<SslPolicy> TABLE =
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

  private static final Paging<SslPolicy> PAGING =
      new Paging<>("DescribeSSLPolicies", SslPolicy::name);

  private SslPolicies() {}

  static DescribeSslPoliciesResponse describe(DescribeSslPoliciesRequest request)
      throws ApiException {
    for (String name : request.names()) {
      if (!exists(name)) {
        throw notFound(name);
      }
    }
    boolean served =
        request.loadBalancerType() == null
            || request.loadBalancerType() == LoadBalancerTypeEnum.APPLICATION;
    List<SslPolicy> asked =
        TABLE.stream()
            .filter(policy -> served)
            .filter(policy -> request.names().isEmpty() || request.names().contains(policy.name()))
            .toList();
    Paging.Page<SslPolicy> page = PAGING.page(asked, request.marker(), request.pageSize());
    return DescribeSslPoliciesResponse.builder()
        .sslPolicies(page.items())
        .nextMarker(page.nextMarker())
        .build();
  }

  static boolean exists(String name) {
    return TABLE.stream().anyMatch(policy -> policy.name().equals(name));
  }

  static ApiException notFound(String name) {
    return new ApiException("SSLPolicyNotFound", "SSL policy '%s' not found".formatted(name));
  }

  private static SslPolicy policy(String name, int oldest, int newest, Family... families) {
    return policy(name, oldest, newest, Set.of(families));
  }

  private static SslPolicy policy(String name, int oldest, int newest, Set<Family> families) {
    List<String> ciphers =
        Arrays.stream(PolicyCipher.values())
            .filter(cipher -> families.contains(cipher.family()))
            .map(PolicyCipher::cipherName)
            .toList();
    return SslPolicy.builder()
        .name("ELBSecurityPolicy-" + name)
        .sslProtocols(VERSIONS.subList(oldest, newest + 1))
        .ciphers(
            IntStream.range(0, ciphers.size())
                .mapToObj(i -> Cipher.builder().name(ciphers.get(i)).priority(i + 1).build())
                .toList())
        .supportedLoadBalancerTypes("application")
        .build();
  }

  private static Set<Family> union(Set<Family> groups, Family... more) {
    Set<Family> all = EnumSet.copyOf(groups);
    all.addAll(List.of(more));
    return Set.copyOf(all);
  }
}
