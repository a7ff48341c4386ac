package io.albspec.proxy.control;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TrustStore;

/**
 * One trust store (guide, "Mutual authentication with TLS").
 *
 * @param resource as DescribeTrustStores shows it
 * @param bundle where its CA certificates were read from
 * @param tags in the order they were added
 * @param revocations in the order they were added
 * @param lastRevocationId the highest id that a revocation list was given, 0 if none was
 */
public record TrustStoreConfig(
    TrustStore resource,
    S3Object bundle,
    Map<String, String> tags,
    List<RevocationList> revocations,
    long lastRevocationId) {

  /** The trust store's ARN. */
  public String arn() {
    return resource.trustStoreArn();
  }

  /** All that it was read from. */
  public Stream<S3Object> objects() {
    return Stream.concat(Stream.of(bundle), revocations.stream().map(RevocationList::content));
  }

  /** The revocation list of that id. */
  public Optional<RevocationList> revocation(long id) {
    return revocations.stream().filter(list -> list.id() == id).findFirst();
  }

  /** With other CA certificates. */
  public TrustStoreConfig withBundle(S3Object content, int certificates) {
    return new TrustStoreConfig(
        resource.copy(store -> store.numberOfCaCertificates(certificates)),
        content,
        tags,
        revocations,
        lastRevocationId);
  }

  /** With other tags. */
  public TrustStoreConfig withTags(Map<String, String> changed) {
    return new TrustStoreConfig(resource, bundle, changed, revocations, lastRevocationId);
  }

  /** With a revocation list added, under the next id. */
  public TrustStoreConfig withRevocation(S3Object content, long entries) {
    List<RevocationList> changed = new ArrayList<>(revocations);
    changed.add(new RevocationList(lastRevocationId + 1, entries, content));
    return withRevocations(List.copyOf(changed), lastRevocationId + 1);
  }

  /** Without the revocation list of that id. */
  public TrustStoreConfig withoutRevocation(long id) {
    return withRevocations(
        revocations.stream().filter(list -> list.id() != id).toList(), lastRevocationId);
  }

  private TrustStoreConfig withRevocations(List<RevocationList> changed, long lastId) {
    long entries = changed.stream().mapToLong(RevocationList::entries).sum();
    return new TrustStoreConfig(
        resource.copy(store -> store.totalRevokedEntries(entries)), bundle, tags, changed, lastId);
  }
}
