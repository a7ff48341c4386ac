package io.albspec.steps.world;

import io.albspec.fixtures.tls.CertificateAuthority;
import io.albspec.fixtures.tls.Pem;
import io.albspec.steps.api.Members;
import java.math.BigInteger;
import java.util.Collection;
import java.util.List;

/** What the listener does with client certificates, and the trust store it uses. */
public final class MutualTls {

  private static final String MODE = "MutualAuthentication.Mode";
  private static final String TRUST_STORE = "TrustStoreArn";

  private final Calls calls;
  private final Resources resources;
  private final ClientCertificates certificates;
  private final TrustFiles files;
  private final Names names;
  private final Unique unique;
  private int made;

  /** Set with these calls. */
  public MutualTls(
      Calls calls,
      Resources resources,
      ClientCertificates certificates,
      TrustFiles files,
      Names names,
      Unique unique) {
    this.calls = calls;
    this.resources = resources;
    this.certificates = certificates;
    this.files = files;
    this.names = names;
    this.unique = unique;
  }

  /** Sets the mode passthrough. */
  public void passThrough() {
    calls.require("ModifyListener", listener().with(MODE, "passthrough"));
  }

  /** Sets the mode off. */
  public void off() {
    calls.require("ModifyListener", listener().with(MODE, "off"));
  }

  /** Makes a trust store of authorities, and sets the mode verify with it. */
  public void verify(List<String> authorities, boolean ignoreExpiry) {
    calls.require(
        "CreateTrustStore",
        bundle(authorities).with("Name", "ts%d-%s".formatted(++made, unique.text())));
    calls.require(
        "ModifyListener",
        listener()
            .with(MODE, "verify")
            .with("MutualAuthentication.TrustStoreArn", trustStore())
            .with(
                "MutualAuthentication.IgnoreClientCertificateExpiry",
                Boolean.toString(ignoreExpiry)));
  }

  /** Replaces the bundle of the trust store. */
  public void replaceBundle(List<String> authorities) {
    calls.require("ModifyTrustStore", bundle(authorities).with(TRUST_STORE, trustStore()));
  }

  private Members bundle(List<String> authorities) {
    String key = "bundle-%d.pem".formatted(++made);
    files.write(key, certificates.bundle(authorities));
    return new Members()
        .with("CaCertificatesBundleS3Bucket", names.in("<bucket>"))
        .with("CaCertificatesBundleS3Key", key);
  }

  /** Adds a revocation list of an authority. */
  public void revoke(String authority, Collection<BigInteger> serials) {
    add(certificates.authority(authority), serials);
  }

  /** Adds one that is of somebody else of the authority's name. */
  public void forge(String authority) {
    add(certificates.authority(authority).impostor(), List.of());
  }

  private void add(CertificateAuthority authority, Collection<BigInteger> serials) {
    String key = "list-%d.pem".formatted(++made);
    files.write(key, Pem.block("X509 CRL", authority.revocationList(serials)));
    calls.require(
        "AddTrustStoreRevocations",
        new Members()
            .with(TRUST_STORE, trustStore())
            .with("RevocationContents[1].S3Bucket", names.in("<bucket>"))
            .with("RevocationContents[1].S3Key", key));
  }

  /** Removes a revocation list. */
  public void remove(int revocationId) {
    calls.require(
        "RemoveTrustStoreRevocations",
        new Members()
            .with(TRUST_STORE, trustStore())
            .with("RevocationIds[1]", Integer.toString(revocationId)));
  }

  private Members listener() {
    return new Members().with("ListenerArn", resources.listener().arn());
  }

  private String trustStore() {
    List<String> all = resources.trustStores();
    return all.get(all.size() - 1);
  }
}
