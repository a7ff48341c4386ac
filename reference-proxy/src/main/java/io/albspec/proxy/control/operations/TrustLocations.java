package io.albspec.proxy.control.operations;

import io.albspec.proxy.control.ApiException;
import io.albspec.proxy.control.S3Object;
import io.albspec.proxy.control.TrustStoreConfig;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.GetTrustStoreCaCertificatesBundleRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.GetTrustStoreCaCertificatesBundleResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.GetTrustStoreRevocationContentRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.GetTrustStoreRevocationContentResponse;

/** GetTrustStoreCaCertificatesBundle, GetTrustStoreRevocationContent: URLs of the objects. */
final class TrustLocations {

  private final Configuration configuration;
  private final TrustContent content;

  TrustLocations(Configuration configuration, TrustContent content) {
    this.configuration = configuration;
    this.content = content;
  }

  GetTrustStoreCaCertificatesBundleResponse bundle(GetTrustStoreCaCertificatesBundleRequest request)
      throws ApiException {
    TrustStoreConfig store = Lookup.trustStore(configuration.current(), request.trustStoreArn());
    return GetTrustStoreCaCertificatesBundleResponse.builder()
        .location(location(store.bundle(), "CaCertificatesBundleNotFound"))
        .build();
  }

  GetTrustStoreRevocationContentResponse revocation(GetTrustStoreRevocationContentRequest request)
      throws ApiException {
    TrustStoreConfig store = Lookup.trustStore(configuration.current(), request.trustStoreArn());
    S3Object list = Revocations.known(store, request.revocationId()).content();
    return GetTrustStoreRevocationContentResponse.builder()
        .location(location(list, "RevocationContentNotFound"))
        .build();
  }

  private String location(S3Object object, String notFound) throws ApiException {
    return content
        .location(object)
        .orElseThrow(
            () -> new ApiException(notFound, "There is no object %s any more".formatted(object)))
        .toString();
  }
}
