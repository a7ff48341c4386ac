package io.albspec.steps.world;

import io.albspec.fixtures.tls.CertificateAuthority;
import io.albspec.fixtures.tls.Identity;
import io.albspec.fixtures.tls.Order;
import io.albspec.fixtures.tls.Order.Purpose;
import io.albspec.fixtures.tls.Pem;
import java.math.BigInteger;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The certificates of a scenario's clients, and the authorities that issue them, by name. */
public final class ClientCertificates implements NameSource {

  private static final int HEXADECIMAL = 16;

  private final Map<String, CertificateAuthority> authorities = new HashMap<>();
  private final Map<String, Identity> identities = new HashMap<>();

  /** Nobody has a certificate yet. */
  public ClientCertificates() {}

  /** Adds an authority that vouches for itself. */
  public void root(String name, Map<String, String> details) {
    authorities.put(name, CertificateAuthority.root(order("CN=" + name + ",O=albspec", details)));
  }

  /** Adds an authority that another one vouches for. */
  public void below(String name, String above) {
    authorities.put(name, authority(above).intermediate("CN=" + name + ",O=albspec"));
  }

  /** Gives a client a certificate. */
  public void issue(String name, String authority, Map<String, String> details) {
    Order order = order("CN=" + name + ",O=albspec", details);
    identities.put(name, authority(authority).issue(order));
  }

  /** Gives a client one whose issuer is only named so, and presents it alone. */
  public void forge(String name, String authority) {
    identities.put(name, authority(authority).impostor().issue("CN=" + name).alone());
  }

  private static Order order(String subject, Map<String, String> details) {
    Order order =
        Order.of(details.getOrDefault("subject", subject))
            .key(Certificates.kind(details.getOrDefault("key", "ECDSA P-256")))
            .valid(
                Certificates.time(details.getOrDefault("valid from", "1 days ago")),
                Certificates.time(details.getOrDefault("valid until", "in 365 days")))
            .purpose(
                Purpose.valueOf(details.getOrDefault("purpose", "any").toUpperCase(Locale.ROOT)))
            .ballast(Integer.parseInt(details.getOrDefault("padding", "0")));
    Order signed =
        Optional.ofNullable(details.get("signature")).map(order::signedWith).orElse(order);
    Order numbered =
        Optional.ofNullable(details.get("serial"))
            .map(digits -> signed.serial(new BigInteger(digits, HEXADECIMAL)))
            .orElse(signed);
    return details.getOrDefault("version", "3").equals("1") ? numbered.version1() : numbered;
  }

  /** The authority of that name. */
  CertificateAuthority authority(String name) {
    return Optional.ofNullable(authorities.get(name))
        .orElseThrow(() -> new IllegalStateException("no authority is called " + name));
  }

  /** What the client of that name presents. */
  public Identity identity(String name) {
    return Optional.ofNullable(identities.get(name))
        .orElseThrow(() -> new IllegalStateException("no client is called " + name));
  }

  /** The certificates of several authorities in PEM, one after the other. */
  String bundle(List<String> names) {
    return Pem.certificates(names.stream().map(name -> authority(name).certificate()).toList());
  }

  @Override
  public Optional<String> value(String name) {
    int end = name.lastIndexOf('-');
    return end < 0
        ? Optional.empty()
        : Optional.ofNullable(identities.get(name.substring(0, end)))
            .flatMap(identity -> value(identity, name.substring(end + 1)));
  }

  private static Optional<String> value(Identity identity, String what) {
    X509Certificate leaf = identity.certificate();
    return switch (what) {
      case "chain" -> Optional.of(urlEncoded(identity.chainPem()));
      case "leaf" -> Optional.of(urlEncoded(identity.pem()));
      case "serial" -> Optional.of(hexadecimal(leaf.getSerialNumber()));
      case "validity" ->
          Optional.of(
              "NotBefore=%s;NotAfter=%s"
                  .formatted(leaf.getNotBefore().toInstant(), leaf.getNotAfter().toInstant()));
      default -> Optional.empty();
    };
  }

  private static String hexadecimal(BigInteger serial) {
    String digits = serial.toString(HEXADECIMAL).toUpperCase(Locale.ROOT);
    return digits.length() % 2 == 0 ? digits : "0" + digits;
  }

  private static String urlEncoded(String pem) {
    return pem.replace(" ", "%20").replace("\n", "%0A");
  }

  /** Names that stand in one cell. */
  public static List<String> split(String names) {
    return Arrays.asList(names.split(", ", -1));
  }
}
