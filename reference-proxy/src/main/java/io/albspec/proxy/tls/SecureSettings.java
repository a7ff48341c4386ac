package io.albspec.proxy.tls;

import io.albspec.proxy.cloud.certificate.Certificate;
import io.albspec.proxy.policy.SecurityPolicy;
import io.albspec.proxy.trust.ClientAuthentication;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLEngine;

/** How a secure listener negotiates with its clients. */
public final class SecureSettings {

  private final SecurityPolicy policy;
  private final Certificates certificates;
  private final Optional<ClientAuthentication> authentication;
  private final Negotiation negotiation;
  private final Engines engines;

  SecureSettings(
      SecurityPolicy policy,
      Certificates certificates,
      List<String> protocols,
      Optional<ClientAuthentication> authentication,
      Engines engines) {
    this.policy = policy;
    this.certificates = certificates;
    this.authentication = authentication;
    this.negotiation = new Negotiation(policy, certificates, protocols, authentication.isPresent());
    this.engines = engines;
  }

  /** Begins a handshake. */
  public Handshake handshake() {
    return new Handshake(negotiation, this);
  }

  SSLEngine engine(Choice choice) {
    return engines.engine(choice, policy.versions(), authentication);
  }

  /** What it does with certificates of clients; empty if it asks for none. */
  Optional<ClientAuthentication> authentication() {
    return authentication;
  }

  /** The certificates it may present. */
  List<Certificate> certificates() {
    return certificates.all().map(ServerCertificate::certificate).toList();
  }
}
