package io.albspec.proxy.tls;

import java.util.BitSet;
import java.util.List;

/**
 * What a client offers at the beginning of a handshake (RFC 8446, section 4.1.2; RFC 5246, section
 * 7.4.1.2).
 *
 * @param versions numbers of the versions of TLS that it speaks
 * @param suites numbers of the cipher suites it offers
 * @param favourite the number of that suite of TLS 1.3 that it offers first; 0 if it offers none
 * @param serverName that it asks for, in small letters; empty if it asks for none
 * @param protocols that it would go on with, the preferred first
 * @param signatures numbers of the signature schemes it can verify; empty if it does not say
 * @param groups numbers of the groups it can agree on keys with; empty if it does not say
 * @param uncompressed whether it can do without compression
 */
record ClientHello(
    BitSet versions,
    BitSet suites,
    int favourite,
    String serverName,
    List<String> protocols,
    BitSet signatures,
    BitSet groups,
    boolean uncompressed) {}
