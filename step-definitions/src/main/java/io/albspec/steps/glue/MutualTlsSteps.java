package io.albspec.steps.glue;

import static io.albspec.steps.world.ClientCertificates.split;

import io.albspec.steps.world.ClientCertificates;
import io.albspec.steps.world.MutualTls;
import io.cucumber.datatable.DataTable;
import io.cucumber.java.en.Given;
import java.math.BigInteger;
import java.util.Map;
import java.util.stream.IntStream;

/** Client certificates, their authorities, and what the listener does with them. */
public final class MutualTlsSteps {

  private final ClientCertificates certificates;
  private final MutualTls mutualTls;
  private final Rows rows;

  /** The client certificates of this scenario. */
  public MutualTlsSteps(ClientCertificates certificates, MutualTls mutualTls, Rows rows) {
    this.certificates = certificates;
    this.mutualTls = mutualTls;
    this.rows = rows;
  }

  /** One that vouches for itself. */
  @Given("the certificate authority {s}")
  public void authority(String name) {
    certificates.root(name, Map.of());
  }

  /** The same with details. */
  @Given("the certificate authority {s} with:")
  public void authority(String name, DataTable details) {
    certificates.root(name, rows.of(details));
  }

  /** One that another one vouches for. */
  @Given("the certificate authority {s} below {s}")
  public void authority(String name, String above) {
    certificates.below(name, above);
  }

  /** A client has a certificate. */
  @Given("the client certificate {s} of {s}")
  public void certificate(String name, String authority) {
    certificates.issue(name, authority, Map.of());
  }

  /** The same with details. */
  @Given("the client certificate {s} of {s} with:")
  public void certificate(String name, String authority, DataTable details) {
    certificates.issue(name, authority, rows.of(details));
  }

  /** The issuer's name is that of the authority, the signature is not. */
  @Given("the client certificate {s} that {s} only seems to have issued")
  public void forged(String name, String authority) {
    certificates.forge(name, authority);
  }

  /** Mode passthrough. */
  @Given("the listener passes client certificates through")
  public void passesThrough() {
    mutualTls.passThrough();
  }

  /** Mode off. */
  @Given("the listener asks for no client certificates")
  public void asksForNone() {
    mutualTls.off();
  }

  /** Mode verify. */
  @Given("the listener verifies client certificates with {s}")
  public void verifies(String authorities) {
    mutualTls.verify(split(authorities), false);
  }

  /** Mode verify, without a look at the end of their validity. */
  @Given("the listener verifies client certificates, expired or not, with {s}")
  public void verifiesExpired(String authorities) {
    mutualTls.verify(split(authorities), true);
  }

  /** Other authorities. */
  @Given("the trust store gets the bundle of {s}")
  public void bundle(String authorities) {
    mutualTls.replaceBundle(split(authorities));
  }

  /** A revocation list. */
  @Given("the trust store gets a revocation list of {s} with {s}")
  public void revoke(String authority, String names) {
    mutualTls.revoke(
        authority,
        split(names).stream()
            .map(name -> certificates.identity(name).certificate().getSerialNumber())
            .toList());
  }

  /** A long one. */
  @Given("the trust store gets a revocation list of {s} with {s} among {n} entries")
  public void revoke(String authority, String name, int entries) {
    BigInteger serial = certificates.identity(name).certificate().getSerialNumber();
    mutualTls.revoke(
        authority,
        IntStream.range(0, entries)
            .mapToObj(number -> serial.add(BigInteger.valueOf(number)))
            .toList());
  }

  /** One that the authority has not signed. */
  @Given("the trust store gets a revocation list that {s} only seems to have issued")
  public void forge(String authority) {
    mutualTls.forge(authority);
  }

  /** Removes one. */
  @Given("the trust store loses the revocation list {n}")
  public void remove(int revocationId) {
    mutualTls.remove(revocationId);
  }
}
