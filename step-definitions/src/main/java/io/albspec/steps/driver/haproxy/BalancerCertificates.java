package io.albspec.steps.driver.haproxy;

import io.albspec.proxy.cloud.certificate.Certificate;
import io.albspec.proxy.control.ApiException;
import io.albspec.proxy.control.BalancerConfig;
import io.albspec.proxy.control.ListenerConfig;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ProtocolEnum;

/** The certificates of a load balancer's listeners. */
final class BalancerCertificates {

  private final Function<String, Optional<Certificate>> known;

  /**
   * Looks them up when they are needed.
   *
   * @param known gives the certificate of an ARN
   */
  BalancerCertificates(Function<String, Optional<Certificate>> known) {
    this.known = known;
  }

  /** Those of a secure listener, its default certificate first; none of any other. */
  static Stream<String> arns(ListenerConfig listener) {
    if (listener.resource().protocol() != ProtocolEnum.HTTPS) {
      return Stream.empty();
    }
    List<String> arns = new ArrayList<>();
    arns.add(listener.resource().certificates().get(0).certificateArn());
    arns.addAll(listener.certificates());
    return arns.stream().distinct();
  }

  /**
   * The files by ARN.
   *
   * @throws ApiException if a certificate has no content
   */
  Map<String, PemFile> files(BalancerConfig balancer) throws ApiException {
    Map<String, PemFile> files = new HashMap<>();
    for (String arn : balancer.listeners().stream().flatMap(BalancerCertificates::arns).toList()) {
      Certificate certificate =
          known
              .apply(arn)
              .orElseThrow(
                  () ->
                      new ApiException(
                          "CertificateNotFound", "Certificate '%s' not found".formatted(arn)));
      files.put(arn, PemFile.of(certificate));
    }
    return files;
  }
}
