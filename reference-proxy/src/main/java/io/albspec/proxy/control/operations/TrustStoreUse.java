package io.albspec.proxy.control.operations;

import io.albspec.proxy.control.ApiException;
import io.albspec.proxy.control.Config;
import io.albspec.proxy.control.ListenerConfig;
import java.util.List;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeTrustStoreAssociationsRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeTrustStoreAssociationsResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Listener;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TrustStoreAssociation;

/** DescribeTrustStoreAssociations: the listeners that verify certificates with a trust store. */
final class TrustStoreUse {

  private static final Paging<TrustStoreAssociation> PAGING =
      new Paging<>("DescribeTrustStoreAssociations", TrustStoreAssociation::resourceArn);

  private final Configuration configuration;

  TrustStoreUse(Configuration configuration) {
    this.configuration = configuration;
  }

  DescribeTrustStoreAssociationsResponse describe(DescribeTrustStoreAssociationsRequest request)
      throws ApiException {
    Config config = configuration.current();
    String arn = Lookup.trustStore(config, request.trustStoreArn()).arn();
    List<TrustStoreAssociation> all =
        of(config, arn).stream()
            .map(listener -> TrustStoreAssociation.builder().resourceArn(listener).build())
            .toList();
    Paging.Page<TrustStoreAssociation> page =
        PAGING.page(all, request.marker(), request.pageSize());
    return DescribeTrustStoreAssociationsResponse.builder()
        .trustStoreAssociations(page.items())
        .nextMarker(page.nextMarker())
        .build();
  }

  /** The ARNs of the listeners that use a trust store. */
  static List<String> of(Config config, String arn) {
    return config.balancers().values().stream()
        .flatMap(balancer -> balancer.listeners().stream())
        .map(ListenerConfig::resource)
        .filter(listener -> listener.mutualAuthentication() != null)
        .filter(listener -> arn.equals(listener.mutualAuthentication().trustStoreArn()))
        .map(Listener::listenerArn)
        .toList();
  }
}
