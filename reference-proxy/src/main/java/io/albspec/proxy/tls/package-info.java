/**
 * TLS with clients: the ClientHello is read first, certificate, version and cipher are chosen by
 * it, and then the provider is asked that has what was chosen.
 */
package io.albspec.proxy.tls;
