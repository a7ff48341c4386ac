package io.albspec.proxy.control.operations;

import io.albspec.proxy.control.ApiException;
import io.albspec.proxy.control.RevocationList;
import io.albspec.proxy.control.S3Object;
import io.albspec.proxy.control.TrustStoreConfig;
import io.albspec.proxy.control.operations.Configuration.Changed;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.AddTrustStoreRevocationsRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.AddTrustStoreRevocationsResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeTrustStoreRevocation;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeTrustStoreRevocationsRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeTrustStoreRevocationsResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.RemoveTrustStoreRevocationsRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.RemoveTrustStoreRevocationsResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.RevocationContent;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.RevocationType;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TrustStoreRevocation;

/** AddTrustStoreRevocations, RemoveTrustStoreRevocations, DescribeTrustStoreRevocations. */
final class Revocations {

  private static final Paging<DescribeTrustStoreRevocation> PAGING =
      new Paging<>("DescribeTrustStoreRevocations", list -> list.revocationId().toString());

  private final Configuration configuration;
  private final TrustContent content;

  Revocations(Configuration configuration, TrustContent content) {
    this.configuration = configuration;
    this.content = content;
  }

  AddTrustStoreRevocationsResponse add(AddTrustStoreRevocationsRequest request)
      throws ApiException {
    Lookup.trustStore(configuration.current(), request.trustStoreArn());
    content.retain(configuration.current());
    Set<TrustContent.Content> lists = new LinkedHashSet<>();
    for (RevocationContent asked : request.revocationContents()) {
      lists.add(content.revocations(object(asked)));
    }
    if (lists.isEmpty()) {
      throw ApiException.validation("A revocation content must be specified");
    }
    return configuration.change(
        config -> {
          TrustStoreConfig before = Lookup.trustStore(config, request.trustStoreArn());
          TrustStoreConfig store = before;
          for (TrustContent.Content list : lists) {
            store = store.withRevocation(list.object(), list.count());
          }
          check(store);
          List<TrustStoreRevocation> added = new ArrayList<>();
          store.revocations().stream()
              .skip(before.revocations().size())
              .forEach(list -> added.add(added(before.arn(), list)));
          return new Changed<>(
              config.with(store),
              AddTrustStoreRevocationsResponse.builder().trustStoreRevocations(added).build());
        });
  }

  private static S3Object object(RevocationContent asked) throws ApiException {
    if (asked.s3Bucket() == null || asked.s3Key() == null) {
      throw ApiException.validation("An S3 bucket and an S3 key must be specified");
    }
    return S3Object.of(asked.s3Bucket(), asked.s3Key(), asked.s3ObjectVersion());
  }

  private void check(TrustStoreConfig store) throws ApiException {
    Quotas quotas = configuration.quotas();
    quotas.check(Quota.REVOCATION_LISTS, store.revocations().size());
    quotas.check(Quota.REVOCATION_ENTRIES, store.resource().totalRevokedEntries());
  }

  RemoveTrustStoreRevocationsResponse remove(RemoveTrustStoreRevocationsRequest request)
      throws ApiException {
    return configuration.change(
        config -> {
          TrustStoreConfig store = Lookup.trustStore(config, request.trustStoreArn());
          for (Long id : request.revocationIds()) {
            store = store.withoutRevocation(known(store, id).id());
          }
          return new Changed<>(
              config.with(store), RemoveTrustStoreRevocationsResponse.builder().build());
        });
  }

  DescribeTrustStoreRevocationsResponse describe(DescribeTrustStoreRevocationsRequest request)
      throws ApiException {
    TrustStoreConfig store = Lookup.trustStore(configuration.current(), request.trustStoreArn());
    for (Long id : request.revocationIds()) {
      known(store, id);
    }
    List<DescribeTrustStoreRevocation> asked =
        store.revocations().stream()
            .filter(
                list ->
                    request.revocationIds().isEmpty()
                        || request.revocationIds().contains(list.id()))
            .map(list -> described(store.arn(), list))
            .toList();
    Paging.Page<DescribeTrustStoreRevocation> page =
        PAGING.page(asked, request.marker(), request.pageSize());
    return DescribeTrustStoreRevocationsResponse.builder()
        .trustStoreRevocations(page.items())
        .nextMarker(page.nextMarker())
        .build();
  }

  /** The revocation list of that id, or a refusal. */
  static RevocationList known(TrustStoreConfig store, long id) throws ApiException {
    return store
        .revocation(id)
        .orElseThrow(
            () ->
                new ApiException(
                    "RevocationIdNotFound",
                    "The trust store '%s' has no revocation '%d'".formatted(store.arn(), id)));
  }

  private static TrustStoreRevocation added(String arn, RevocationList list) {
    return TrustStoreRevocation.builder()
        .trustStoreArn(arn)
        .revocationId(list.id())
        .revocationType(RevocationType.CRL)
        .numberOfRevokedEntries(list.entries())
        .build();
  }

  private static DescribeTrustStoreRevocation described(String arn, RevocationList list) {
    return DescribeTrustStoreRevocation.builder()
        .trustStoreArn(arn)
        .revocationId(list.id())
        .revocationType(RevocationType.CRL)
        .numberOfRevokedEntries(list.entries())
        .build();
  }
}
