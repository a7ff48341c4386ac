package io.albspec.proxy.control.operations;

import io.albspec.proxy.cloud.Buckets;
import io.albspec.proxy.cloud.trust.CaBundle;
import io.albspec.proxy.cloud.trust.RevocationFile;
import io.albspec.proxy.cloud.trust.SupportedKinds;
import io.albspec.proxy.control.ApiException;
import io.albspec.proxy.control.S3Object;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CRLException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import java.util.List;
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
      List<X509Certificate> certificates = CaBundle.read(file).certificates();
      if (certificates.isEmpty()) {
        throw invalidBundle(bundle, "has no certificate");
      }
      for (int i = 0; i < certificates.size(); i++) {
        check(bundle, i + 1, certificates.get(i));
      }
      quotas.check(Quota.CA_CERTIFICATES, certificates.size());
      return new Content(bundle.read(digest(file)), certificates.size());
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
      return new Content(list.read(digest(file)), RevocationFile.read(file).entries());
    } catch (CRLException notOne) {
      throw invalidList(list, "is not an X.509 certificate revocation list");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String digest(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      in.transferTo(new DigestOutputStream(OutputStream.nullOutputStream(), digest));
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("there is no SHA-256", e);
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
