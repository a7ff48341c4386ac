package io.albspec.proxy.control.operations;

import io.albspec.proxy.control.ApiException;
import io.albspec.proxy.policy.CipherSuite;
import io.albspec.proxy.policy.SecurityPolicies;
import io.albspec.proxy.policy.SecurityPolicy;
import io.albspec.proxy.policy.TlsVersion;
import java.util.List;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Cipher;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeSslPoliciesRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeSslPoliciesResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancerTypeEnum;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.SslPolicy;

/** DescribeSSLPolicies: the security policies of the guide's tables ("Security policies"). */
final class SslPolicies {

  private static final List<SslPolicy> TABLE =
      SecurityPolicies.all().stream().map(SslPolicies::shown).toList();

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
    return SecurityPolicies.named(name).isPresent();
  }

  static ApiException notFound(String name) {
    return new ApiException("SSLPolicyNotFound", "SSL policy '%s' not found".formatted(name));
  }

  private static SslPolicy shown(SecurityPolicy policy) {
    List<CipherSuite> suites = policy.suites();
    return SslPolicy.builder()
        .name(policy.name())
        .sslProtocols(policy.versions().stream().map(TlsVersion::text).toList())
        .ciphers(
            IntStream.range(0, suites.size())
                .mapToObj(i -> cipher(suites.get(i).openSslName(), i + 1))
                .toList())
        .supportedLoadBalancerTypes("application")
        .build();
  }

  private static Cipher cipher(String name, int priority) {
    return Cipher.builder().name(name).priority(priority).build();
  }
}
