package io.albspec.proxy.cloud.file;

import io.albspec.proxy.cloud.Description;
import io.albspec.proxy.cloud.certificate.Certificate;
import io.albspec.proxy.cloud.certificate.CertificateFileException;
import io.albspec.proxy.cloud.certificate.CertificateFiles;
import io.albspec.proxy.yaml.Value;
import io.albspec.proxy.yaml.YamlException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The imported certificates of ACM, and the server certificates of IAM. */
final class CertificateSection {

  private static final String CERTIFICATE = "certificate";
  private static final String CHAIN = "chain";
  private static final String KEY = "private-key";
  private static final Set<String> MEMBERS = Set.of(CERTIFICATE, CHAIN, KEY);
  private static final Pattern ARN =
      Pattern.compile(
          "arn:aws:(?:acm:[a-z0-9-]+:[0-9]{12}:certificate/.+|iam::[0-9]{12}:server-certificate/.+)");

  private final Path folder;

  CertificateSection(Path folder) {
    this.folder = folder;
  }

  Map<String, Certificate> read(Entry file) throws YamlException {
    List<Certificate> certificates = new ArrayList<>();
    for (Map.Entry<String, Value> each : file.section("certificates").entrySet()) {
      Entry entry = Entry.of("certificates." + each.getKey(), each.getValue(), MEMBERS);
      if (!ARN.matcher(each.getKey()).matches()) {
        throw new YamlException(
            each.getValue().place(),
            "certificates.%s must be an ARN such as arn:aws:acm:us-east-2:123456789012:certificate/1 or arn:aws:iam::123456789012:server-certificate/web"
                .formatted(each.getKey()));
      }
      certificates.add(certificate(each.getKey(), entry));
    }
    return Description.byName(certificates, Certificate::arn);
  }

  private Certificate certificate(String arn, Entry entry) throws YamlException {
    X509Certificate leaf = certificates(entry, CERTIFICATE).get(0);
    Optional<String> chain = entry.text(CHAIN);
    List<X509Certificate> others = chain.isEmpty() ? List.of() : certificates(entry, CHAIN);
    try {
      return CertificateFiles.certificate(arn, leaf, others, content(entry, KEY));
    } catch (CertificateFileException e) {
      throw entry.fault(KEY, "cannot be used: " + e.getMessage());
    }
  }

  private List<X509Certificate> certificates(Entry entry, String member) throws YamlException {
    try {
      return CertificateFiles.certificates(content(entry, member));
    } catch (CertificateFileException e) {
      throw entry.fault(member, "cannot be used: " + e.getMessage());
    }
  }

  private String content(Entry entry, String member) throws YamlException {
    Path file = folder.resolve(entry.required(member));
    try {
      return Files.readString(file, StandardCharsets.US_ASCII);
    } catch (IOException e) {
      throw entry.fault(member, "names a file that cannot be read: " + file);
    }
  }
}
