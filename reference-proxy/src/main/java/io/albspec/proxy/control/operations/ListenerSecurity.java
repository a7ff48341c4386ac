package io.albspec.proxy.control.operations;

import io.albspec.proxy.cloud.Cloud;
import io.albspec.proxy.control.ApiException;
import io.albspec.proxy.control.Config;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Certificate;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Listener;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.MutualAuthenticationAttributes;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ProtocolEnum;

/** The certificate, policy and client certificates of a listener (guide, "HTTPS listeners"). */
final class ListenerSecurity {

  /** What a listener gets that names no policy (guide, "Security policies"). */
  private static final String STANDARD_POLICY = "ELBSecurityPolicy-2016-08";

  private ListenerSecurity() {}

  /** The listener as it is shown, with its policy and what becomes of client certificates. */
  static Listener checked(Config config, Listener listener, Cloud cloud) throws ApiException {
    if (!listener.alpnPolicy().isEmpty()) {
      throw ApiException.configuration(
          "An ALPN policy is not supported on load balancers with type 'application'");
    }
    if (listener.protocol() == ProtocolEnum.HTTP) {
      return open(listener);
    }
    certificate(listener, cloud);
    String policy = listener.sslPolicy() == null ? STANDARD_POLICY : listener.sslPolicy();
    if (!SslPolicies.exists(policy)) {
      throw SslPolicies.notFound(policy);
    }
    MutualAuthenticationAttributes mutual =
        MutualTls.checked(listener.mutualAuthentication(), config);
    return listener.copy(l -> l.sslPolicy(policy).mutualAuthentication(mutual));
  }

  private static Listener open(Listener listener) throws ApiException {
    if (MutualTls.isOn(listener.mutualAuthentication())
        || !listener.certificates().isEmpty()
        || listener.sslPolicy() != null) {
      throw ApiException.configuration(
          "Certificates, an SSL policy and mutual authentication can only be specified for HTTPS listeners");
    }
    return listener.copy(l -> l.mutualAuthentication((MutualAuthenticationAttributes) null));
  }

  private static void certificate(Listener listener, Cloud cloud) throws ApiException {
    if (listener.certificates().isEmpty()) {
      throw ApiException.validation("A certificate must be specified for HTTPS listeners");
    }
    if (listener.certificates().size() != 1) {
      throw ApiException.configuration(
          "You must provide a list containing exactly one certificate if the listener protocol is HTTPS.");
    }
    known(cloud, arn(listener.certificates().get(0)));
  }

  /** The ARN of a certificate that is asked for; whether it is the default is not to be said. */
  static String arn(Certificate certificate) throws ApiException {
    if (certificate.certificateArn() == null) {
      throw ApiException.validation("A certificate ARN must be specified");
    }
    if (certificate.isDefault() != null) {
      throw ApiException.validation(
          "'IsDefault' cannot be specified: the certificate of a listener itself is its default");
    }
    return certificate.certificateArn();
  }

  /** Refuses a certificate that is not there, or that a load balancer cannot use. */
  static void known(Cloud cloud, String arn) throws ApiException {
    io.albspec.proxy.cloud.certificate.Certificate certificate =
        cloud
            .certificate(arn)
            .orElseThrow(
                () ->
                    new ApiException(
                        "CertificateNotFound", "Certificate '%s' not found".formatted(arn)));
    if (!certificate.isSupported()) {
      throw new ApiException(
          "UnsupportedCertificate",
          "The certificate '%s' must have a fully-qualified domain name, a supported signature, and a supported key size."
              .formatted(arn));
    }
  }
}
