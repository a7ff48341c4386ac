package io.albspec.proxy.control.operations;

import io.albspec.proxy.cloud.KeptObjects;
import io.albspec.proxy.cloud.trust.CaBundle;
import io.albspec.proxy.cloud.trust.RevocationFile;
import io.albspec.proxy.cloud.trust.SupportedKinds;
import io.albspec.proxy.control.ApiException;
import io.albspec.proxy.control.Config;
import io.albspec.proxy.control.S3Object;
import io.albspec.proxy.control.TrustStoreConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CRLException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The objects in Amazon S3 that trust stores are made of, read as far as they are counted. */
final class TrustContent {

  private static final int MAX_CERTIFICATE_BYTES = 16 * 1024;
  private static final long MAX_LIST_BYTES = 50L * 1024 * 1024;

  /** The version of an object in a bucket without versions. */
  private static final String UNVERSIONED = "null";

  private final KeptObjects objects;
  private final Quotas quotas;

  TrustContent(KeptObjects objects, Quotas quotas) {
    this.objects = objects;
    this.quotas = quotas;
  }

  /**
   * What was read.
   *
   * @param object with the digest of its content
   * @param count how many certificates it has, or revokes
   */
  record Content(S3Object object, long count) {}

  /** Reads a bundle of CA certificates. */
  Content bundle(S3Object bundle) throws ApiException {
    Path file = file(bundle, "CaCertificatesBundleNotFound");
    try {
      KeptObjects.Kept kept = objects.keep(file);
      List<X509Certificate> certificates = CaBundle.read(kept.file()).certificates();
      if (certificates.isEmpty()) {
        throw invalidBundle(bundle, "has no certificate");
      }
      for (int i = 0; i < certificates.size(); i++) {
        check(bundle, i + 1, certificates.get(i));
      }
      quotas.check(Quota.CA_CERTIFICATES, certificates.size());
      return new Content(bundle.read(kept.digest()), certificates.size());
    } catch (CertificateException notOne) {
      throw invalidBundle(bundle, "is not a bundle of X.509 certificates");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void check(S3Object bundle, int number, X509Certificate certificate)
      throws ApiException, CertificateException {
    if (certificate.getEncoded().length > MAX_CERTIFICATE_BYTES) {
      throw invalidBundle(bundle, "has a certificate of more than 16 KB");
    }
    if (!SupportedKinds.include(certificate)) {
      throw invalidBundle(
          bundle,
          "has certificate %d, whose version, public key or signature algorithm is not supported"
              .formatted(number));
    }
    if (certificate.getBasicConstraints() < 0) {
      throw invalidBundle(
          bundle, "has certificate %d, which is not that of an authority".formatted(number));
    }
  }

  /** Reads a file of revocation lists. */
  Content revocations(S3Object list) throws ApiException {
    Path file = file(list, "RevocationContentNotFound");
    try {
      if (Files.size(file) > MAX_LIST_BYTES) {
        throw invalidList(list, "has more than 50 MB");
      }
      if (Files.size(file) == 0) {
        throw invalidList(list, "has no revocation list");
      }
      KeptObjects.Kept kept = objects.keep(file);
      return new Content(list.read(kept.digest()), RevocationFile.read(kept.file()).entries());
    } catch (CRLException notOne) {
      throw invalidList(list, "is not an X.509 certificate revocation list");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where an object can be read as it was read before, if it still can. */
  Optional<URI> location(S3Object object) {
    return object
        .digest()
        .flatMap(digest -> objects.kept(object.bucket(), object.key(), digest))
        .map(Path::toUri);
  }

  /** Gives up what no trust store is made of any more. */
  void retain(Config config) {
    objects.retain(
        config.trustStores().values().stream()
            .flatMap(TrustStoreConfig::objects)
            .flatMap(object -> object.digest().stream())
            .collect(Collectors.toSet()));
  }

  private Path file(S3Object object, String notFound) throws ApiException {
    return objects
        .object(object.bucket(), object.key())
        .filter(there -> object.version().filter(v -> !v.equals(UNVERSIONED)).isEmpty())
        .orElseThrow(() -> new ApiException(notFound, "There is no object %s".formatted(object)));
  }

  private static ApiException invalidBundle(S3Object bundle, String why) {
    return new ApiException(
        "InvalidCaCertificatesBundle", "The object %s %s".formatted(bundle, why));
  }

  private static ApiException invalidList(S3Object list, String why) {
    return new ApiException("InvalidRevocationContent", "The object %s %s".formatted(list, why));
  }
}
