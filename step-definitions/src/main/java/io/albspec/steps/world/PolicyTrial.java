package io.albspec.steps.world;

import io.albspec.fixtures.tls.TlsClient;
import io.albspec.fixtures.tls.TlsOffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Finds out by handshakes what a listener accepts. */
public final class PolicyTrial {

  private static final String HOST = "example.com";
  private static final List<String> VERSIONS = List.of("TLSv1", "TLSv1.1", "TLSv1.2", "TLSv1.3");

  private final Clients clients;

  /** Tries with these clients. */
  public PolicyTrial(Clients clients) {
    this.clients = clients;
  }

  /** Every version with each of these ciphers that belongs to it, offered alone. */
  public Set<String> accepted(List<String> ciphers) {
    Set<String> accepted = new TreeSet<>();
    for (String version : VERSIONS) {
      for (String cipher : ciphers) {
        if (belongs(cipher, version)
            && handshake(offer(version, List.of(cipher))).equals(Optional.of(cipher))) {
          accepted.add(version + " " + cipher);
        }
      }
    }
    return accepted;
  }

  /** The combinations that a policy with these versions and ciphers should accept. */
  public static Set<String> combinations(List<String> versions, List<String> ciphers) {
    Set<String> combinations = new TreeSet<>();
    for (String version : versions) {
      ciphers.stream()
          .filter(cipher -> belongs(cipher, version))
          .forEach(cipher -> combinations.add(version + " " + cipher));
    }
    return combinations;
  }

  /** What a client gets that offers these, and then the same without what it got, and so on. */
  public List<String> preferred(String version, List<String> ciphers) {
    List<String> left = new ArrayList<>(ciphers);
    List<String> got = new ArrayList<>();
    Optional<String> next = left.isEmpty() ? Optional.empty() : handshake(offer(version, left));
    while (next.isPresent() && left.remove(next.get())) {
      got.add(next.get());
      next = left.isEmpty() ? Optional.empty() : handshake(offer(version, left));
    }
    return got;
  }

  private static TlsOffer offer(String version, List<String> ciphers) {
    return new TlsOffer(List.of(version), ciphers, HOST, List.of());
  }

  private Optional<String> handshake(TlsOffer offer) {
    try (ClientConnection connection = clients.tryOut(new TlsClient(), offer)) {
      return connection.refusal().isPresent()
          ? Optional.empty()
          : Optional.of(connection.tls().cipher());
    }
  }

  private static boolean belongs(String cipher, String version) {
    if (cipher.startsWith("TLS_")) {
      return version.equals("TLSv1.3");
    }
    boolean any = cipher.endsWith("-SHA");
    return version.equals("TLSv1.2") || (any && !version.equals("TLSv1.3"));
  }
}
