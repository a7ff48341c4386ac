package io.albspec.proxy.tls;

import io.albspec.proxy.cloud.certificate.Certificate;
import io.albspec.proxy.policy.SecurityPolicy;
import io.albspec.proxy.trust.ClientAuthentication;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Compiles the settings of secure listeners; certificates are looked up when they are. */
public final class SecureListeners {

  private final Engines engines = new Engines();
  private final Function<String, Optional<Certificate>> known;

  /**
   * Compiles with these certificates.
   *
   * @param known gives the certificate of an ARN
   */
  public SecureListeners(Function<String, Optional<Certificate>> known) {
    this.known = known;
    Provider.prepare();
  }

  /**
   * The settings of a listener; empty if its default certificate has no content.
   *
   * @param standard ARN of the default certificate
   * @param list ARNs of those in its list; those without content are left out
   * @param protocols that it goes on with, the preferred first
   * @param authentication what it does with certificates of clients; empty if it asks for none
   */
  public Optional<SecureSettings> settings(
      SecurityPolicy policy,
      String standard,
      List<String> list,
      List<String> protocols,
      Optional<ClientAuthentication> authentication) {
    List<Certificate> more = list.stream().flatMap(arn -> known.apply(arn).stream()).toList();
    return known
        .apply(standard)
        .map(
            certificate ->
                new SecureSettings(
                    policy,
                    new Certificates(certificate, more),
                    protocols,
                    authentication,
                    engines));
  }

  /** Forgets what belongs to none of these. */
  public void retain(List<SecureSettings> inUse) {
    engines.retain(inUse);
  }
}
