package io.albspec.proxy.control.operations;

import io.albspec.proxy.control.ApiException;
import io.albspec.proxy.control.Config;
import io.albspec.proxy.control.S3Object;
import io.albspec.proxy.control.TrustStoreConfig;
import io.albspec.proxy.control.operations.Configuration.Changed;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.CreateTrustStoreRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.CreateTrustStoreResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DeleteTrustStoreRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DeleteTrustStoreResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeTrustStoresRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeTrustStoresResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ModifyTrustStoreRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ModifyTrustStoreResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TrustStore;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TrustStoreStatus;

/** CreateTrustStore, DescribeTrustStores, ModifyTrustStore, DeleteTrustStore. */
final class TrustStores {

  private static final Paging<TrustStore> PAGING =
      new Paging<>("DescribeTrustStores", TrustStore::trustStoreArn);

  private final Configuration configuration;
  private final Names names;
  private final TrustContent content;

  TrustStores(Configuration configuration, Names names, TrustContent content) {
    this.configuration = configuration;
    this.names = names;
    this.content = content;
  }

  CreateTrustStoreResponse create(CreateTrustStoreRequest request) throws ApiException {
    Map<String, String> tags = TagSet.add(Map.of(), request.tags());
    S3Object bundle =
        S3Object.of(
            request.caCertificatesBundleS3Bucket(),
            request.caCertificatesBundleS3Key(),
            request.caCertificatesBundleS3ObjectVersion());
    content.retain(configuration.current());
    TrustContent.Content read = content.bundle(bundle);
    return configuration.change(
        config -> {
          distinct(config, request.name());
          configuration.quotas().check(Quota.TRUST_STORES, config.trustStores().size() + 1L);
          TrustStore store =
              TrustStore.builder()
                  .name(request.name())
                  .trustStoreArn(names.trustStore(request.name()))
                  .status(TrustStoreStatus.ACTIVE)
                  .numberOfCaCertificates((int) read.count())
                  .totalRevokedEntries(0L)
                  .build();
          return new Changed<>(
              config.with(new TrustStoreConfig(store, read.object(), tags, List.of(), 0)),
              CreateTrustStoreResponse.builder().trustStores(store).build());
        });
  }

  private static void distinct(Config config, String name) throws ApiException {
    for (TrustStoreConfig store : config.trustStores().values()) {
      if (store.resource().name().equals(name)) {
        throw new ApiException(
            "DuplicateTrustStoreName", "A trust store with the name '%s' exists".formatted(name));
      }
    }
  }

  DescribeTrustStoresResponse describe(DescribeTrustStoresRequest request) throws ApiException {
    Paging.Page<TrustStore> page =
        PAGING.page(asked(request), request.marker(), request.pageSize());
    return DescribeTrustStoresResponse.builder()
        .trustStores(page.items())
        .nextMarker(page.nextMarker())
        .build();
  }

  private List<TrustStore> asked(DescribeTrustStoresRequest request) throws ApiException {
    List<TrustStore> all =
        configuration.current().trustStores().values().stream()
            .map(TrustStoreConfig::resource)
            .toList();
    List<String> arns = request.trustStoreArns();
    if (!arns.isEmpty() && !request.names().isEmpty()) {
      throw ApiException.validation(
          "Trust store names and trust store ARNs cannot be specified at the same time");
    }
    for (String arn : arns) {
      ResourceKind.TRUST_STORE.check(arn);
    }
    if (arns.isEmpty() && request.names().isEmpty()) {
      return all;
    }
    return (arns.isEmpty()
            ? Selection.of(all, TrustStore::name, request.names())
            : Selection.of(all, TrustStore::trustStoreArn, arns))
        .orElseThrow(ResourceKind.TRUST_STORE::notFound);
  }

  ModifyTrustStoreResponse modify(ModifyTrustStoreRequest request) throws ApiException {
    Lookup.trustStore(configuration.current(), request.trustStoreArn());
    S3Object bundle =
        S3Object.of(
            request.caCertificatesBundleS3Bucket(),
            request.caCertificatesBundleS3Key(),
            request.caCertificatesBundleS3ObjectVersion());
    content.retain(configuration.current());
    TrustContent.Content read = content.bundle(bundle);
    return configuration.change(
        config -> {
          TrustStoreConfig store =
              Lookup.trustStore(config, request.trustStoreArn())
                  .withBundle(read.object(), (int) read.count());
          return new Changed<>(
              config.with(store),
              ModifyTrustStoreResponse.builder().trustStores(store.resource()).build());
        });
  }

  DeleteTrustStoreResponse delete(DeleteTrustStoreRequest request) throws ApiException {
    return configuration.change(
        config -> {
          String arn = Lookup.trustStore(config, request.trustStoreArn()).arn();
          if (!TrustStoreUse.of(config, arn).isEmpty()) {
            throw new ApiException(
                "TrustStoreInUse",
                "Trust store '%s' is currently in use by a listener".formatted(arn));
          }
          return new Changed<>(
              config.withoutTrustStore(arn), DeleteTrustStoreResponse.builder().build());
        });
  }
}
