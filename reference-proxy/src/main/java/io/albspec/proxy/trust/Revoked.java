package io.albspec.proxy.trust;

import io.albspec.proxy.cloud.trust.CaBundle;
import io.albspec.proxy.cloud.trust.RevokedSerials;
import io.albspec.proxy.cloud.trust.SignedList;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.security.auth.x500.X500Principal;

/** What the revocation lists of a trust store revoke, by issuer and serial number. */
final class Revoked {

  /** What is known of a certificate. */
  enum Status {
    GOOD,
    REVOKED,
    /** Its issuer has a list that cannot be relied on. */
    UNKNOWN
  }

  private record Lists(List<RevokedSerials> serials, boolean reliable) {}

  private final Map<X500Principal, Lists> byIssuer;
  private final boolean complete;

  private Revoked(Map<X500Principal, Lists> byIssuer, boolean complete) {
    this.byIssuer = byIssuer;
    this.complete = complete;
  }

  /**
   * Takes lists that authorities of a bundle have signed. If anybody else has signed one in the
   * name of an issuer, nobody can tell what that issuer has revoked.
   *
   * @param complete whether these are all the lists there should be
   */
  static Revoked of(List<SignedList> lists, CaBundle bundle, boolean complete) {
    Map<X500Principal, Lists> byIssuer = new HashMap<>();
    for (SignedList list : lists) {
      boolean reliable =
          bundle.named(list.issuer()).stream()
              .anyMatch(authority -> list.isSignedBy(authority.getPublicKey()));
      byIssuer.merge(
          list.issuer(), new Lists(List.of(list.serials()), reliable), Revoked::together);
    }
    return new Revoked(byIssuer, complete);
  }

  private static Lists together(Lists one, Lists other) {
    List<RevokedSerials> serials = new ArrayList<>(one.serials());
    serials.addAll(other.serials());
    return new Lists(serials, one.reliable() && other.reliable());
  }

  Status status(X500Principal issuer, BigInteger serial) {
    if (!complete) {
      return Status.UNKNOWN;
    }
    Lists lists = byIssuer.get(issuer);
    if (lists == null) {
      return Status.GOOD;
    }
    if (!lists.reliable()) {
      return Status.UNKNOWN;
    }
    for (RevokedSerials serials : lists.serials()) {
      if (serials.contains(serial)) {
        return Status.REVOKED;
      }
    }
    return Status.GOOD;
  }
}
