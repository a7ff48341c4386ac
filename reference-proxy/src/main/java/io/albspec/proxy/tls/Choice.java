package io.albspec.proxy.tls;

import io.albspec.proxy.policy.CipherSuite;
import io.albspec.proxy.policy.TlsVersion;

/**
 * What a connection will use.
 *
 * @param protocol that goes on over it; empty if the client names none
 * @param provider that carries it
 */
record Choice(
    TlsVersion version,
    CipherSuite suite,
    ServerCertificate certificate,
    String protocol,
    Provider provider) {}
