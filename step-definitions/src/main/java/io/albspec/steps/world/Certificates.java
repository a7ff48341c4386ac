package io.albspec.steps.world;

import io.albspec.fixtures.tls.CertificateAuthority;
import io.albspec.fixtures.tls.Identity;
import io.albspec.fixtures.tls.KeyKind;
import io.albspec.fixtures.tls.Order;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** The server certificates of a scenario by the names it gave them, imported into its account. */
public final class Certificates implements NameSource {

  private static final String NAME = "-certificate";
  private static final Pattern DAYS = Pattern.compile("(?:(\\d+) days ago|in (\\d+) days)");
  private static final CertificateAuthority AUTHORITY =
      CertificateAuthority.root(Order.of("CN=Root,O=albspec").key(KeyKind.RSA_2048))
          .intermediate(Order.of("CN=Intermediate,O=albspec").key(KeyKind.RSA_2048));

  private final Sut sut;
  private final Map<String, Imported> byName = new LinkedHashMap<>();

  private record Imported(String arn, Identity identity) {}

  /** Certificates in the account of that system. */
  public Certificates(Sut sut) {
    this.sut = sut;
  }

  /**
   * Imports a certificate, or a new one in the place of that of this name.
   *
   * @param hosts it is good for, separated by commas
   * @param details {@code key}, {@code signature}, {@code valid from}, {@code valid until}
   */
  public void add(String name, String hosts, Map<String, String> details) {
    Identity identity = issue(hosts, details);
    String arn = Optional.ofNullable(byName.get(name)).map(Imported::arn).orElseGet(this::arn);
    byName.put(name, new Imported(arn, identity));
    sut.deployment().certificate(arn, identity);
  }

  private String arn() {
    return sut.value("region")
        .map(
            region ->
                "arn:aws:acm:%s:%s:certificate/%s".formatted(region, account(), UUID.randomUUID()))
        .orElseThrow();
  }

  private String account() {
    return sut.value("account").orElseThrow();
  }

  /** A certificate of a target, which nobody imports: it vouches for itself. */
  public Identity ofTarget(String hosts, Map<String, String> details) {
    Identity issued = CertificateAuthority.root(order(hosts, details)).issue(order(hosts, details));
    return issued.alone();
  }

  private static Identity issue(String hosts, Map<String, String> details) {
    Order order = order(hosts, details);
    return AUTHORITY.issue(
        Optional.ofNullable(details.get("signature")).map(order::signedWith).orElse(order));
  }

  private static Order order(String hosts, Map<String, String> details) {
    String[] names = hosts.split(", ", -1);
    return Order.of("CN=" + names[0])
        .hosts(names)
        .key(kind(details.getOrDefault("key", "RSA 2048")))
        .valid(
            time(details.getOrDefault("valid from", "1 days ago")),
            time(details.getOrDefault("valid until", "in 365 days")));
  }

  /** The names from one to another, which end in numbers. */
  public static List<String> numbered(String first, String last) {
    int end = first.lastIndexOf('-') + 1;
    return IntStream.rangeClosed(
            Integer.parseInt(first.substring(end)), Integer.parseInt(last.substring(end)))
        .mapToObj(number -> first.substring(0, end) + number)
        .toList();
  }

  /** The first host of a certificate. */
  public String host(String name) {
    String subject = imported(name).identity().certificate().getSubjectX500Principal().getName();
    return subject.substring("CN=".length());
  }

  static KeyKind kind(String key) {
    return KeyKind.valueOf(key.replace("ECDSA P-", "P").replace(' ', '_').toUpperCase(Locale.ROOT));
  }

  static Instant time(String text) {
    Matcher days = DAYS.matcher(text);
    if (!days.matches()) {
      throw new IllegalArgumentException("not a day: " + text);
    }
    return days.group(1) == null
        ? Instant.now().plus(Duration.ofDays(Long.parseLong(days.group(2))))
        : Instant.now().minus(Duration.ofDays(Long.parseLong(days.group(1))));
  }

  /** What a client is presented with the certificate of that name: it and the chain behind it. */
  public List<X509Certificate> presented(String name) {
    return imported(name).identity().withoutRoot().chain();
  }

  /** The name of a certificate; empty if it is none of these. */
  public Optional<String> name(X509Certificate certificate) {
    return byName.entrySet().stream()
        .filter(each -> each.getValue().identity().certificate().equals(certificate))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  /** The ARN of the certificate of that name. */
  public String arn(String name) {
    return imported(name).arn();
  }

  private Imported imported(String name) {
    return Optional.ofNullable(byName.get(name))
        .orElseThrow(() -> new IllegalStateException("no certificate is called " + name));
  }

  @Override
  public Optional<String> value(String name) {
    return name.endsWith(NAME)
        ? Optional.ofNullable(byName.get(name.substring(0, name.length() - NAME.length())))
            .map(Imported::arn)
        : Optional.empty();
  }
}
