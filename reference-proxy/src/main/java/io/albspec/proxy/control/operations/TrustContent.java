package io.albspec.proxy.control.operations;

import io.albspec.proxy.cloud.Buckets;
import io.albspec.proxy.control.ApiException;
import io.albspec.proxy.control.S3Object;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CRL;
import java.security.cert.CRLException;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.util.Collection;
import java.util.Optional;

/** The objects in Amazon S3 that trust stores are made of, read as far as they are counted. */
final class TrustContent {

  private static final int MAX_CERTIFICATE_BYTES = 16 * 1024;
  private static final long MAX_LIST_BYTES = 50L * 1024 * 1024;

  /** The version of an object in a bucket without versions. */
  private static final String UNVERSIONED = "null";

  private final Buckets buckets;
  private final Quotas quotas;

  TrustContent(Buckets buckets, Quotas quotas) {
    this.buckets = buckets;
    this.quotas = quotas;
  }

  /** How many CA certificates a bundle has. */
  int certificates(S3Object bundle) throws ApiException {
    Path file = file(bundle, "CaCertificatesBundleNotFound");
    try (InputStream in = Files.newInputStream(file)) {
      Collection<? extends Certificate> certificates =
          CertificateFactory.getInstance("X.509").generateCertificates(in);
      if (certificates.isEmpty()) {
        throw invalidBundle(bundle, "has no certificate");
      }
      for (Certificate certificate : certificates) {
        if (certificate.getEncoded().length > MAX_CERTIFICATE_BYTES) {
          throw invalidBundle(bundle, "has a certificate of more than 16 KB");
        }
      }
      quotas.check(Quota.CA_CERTIFICATES, certificates.size());
      return certificates.size();
    } catch (CertificateException notOne) {
      throw invalidBundle(bundle, "is not a bundle of X.509 certificates");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** How many certificates a revocation list revokes. */
  long revokedEntries(S3Object list) throws ApiException {
    Path file = file(list, "RevocationContentNotFound");
    try (InputStream in = Files.newInputStream(file)) {
      if (Files.size(file) > MAX_LIST_BYTES) {
        throw invalidList(list, "has more than 50 MB");
      }
      Collection<? extends CRL> lists = CertificateFactory.getInstance("X.509").generateCRLs(in);
      if (lists.isEmpty()) {
        throw invalidList(list, "has no revocation list");
      }
      return lists.stream()
          .map(each -> Optional.ofNullable(((X509CRL) each).getRevokedCertificates()))
          .mapToLong(revoked -> revoked.map(Collection::size).orElse(0))
          .sum();
    } catch (CertificateException | CRLException notOne) {
      throw invalidList(list, "is not an X.509 certificate revocation list");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where an object can be read, if it is still there. */
  Optional<URI> location(S3Object object) {
    return buckets.object(object.bucket(), object.key()).map(Path::toUri);
  }

  private Path file(S3Object object, String notFound) throws ApiException {
    return buckets
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
