package io.albspec.proxy.tls;

import io.albspec.proxy.cloud.certificate.Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The certificates of a listener: the default one and those in its list (guide: "SSL
 * certificates").
 */
final class Certificates {

  private final ServerCertificate standard;
  private final List<ServerCertificate> list;

  Certificates(Certificate standard, List<Certificate> list) {
    this.standard = ServerCertificate.of(standard);
    this.list =
        list.stream().map(ServerCertificate::of).sorted(ServerCertificate.BEST_FIRST).toList();
  }

  /**
   * Those for a host, the best first: of the list those that name it, or else those whose wildcard
   * stands for it. The default one comes last: it serves clients that name no host or one that the
   * list does not know, and those that can do with none of the others.
   */
  List<ServerCertificate> candidates(String host) {
    List<ServerCertificate> candidates = new ArrayList<>(matching(host));
    candidates.add(standard);
    return candidates;
  }

  private List<ServerCertificate> matching(String host) {
    if (host.isEmpty()) {
      return List.of();
    }
    List<ServerCertificate> exact = list.stream().filter(each -> each.names(host)).toList();
    return exact.isEmpty() ? list.stream().filter(each -> each.covers(host)).toList() : exact;
  }

  Stream<ServerCertificate> all() {
    return Stream.concat(Stream.of(standard), list.stream());
  }
}
