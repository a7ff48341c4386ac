package io.albspec.proxy.exchange;

/**
 * The certificate of a client, as targets and logs are told of it.
 *
 * @param fields the header fields for targets, each with its line end
 * @param subject its distinguished name (RFC 2253), in ASCII without control characters
 * @param validity such as {@code NotBefore=2023-09-21T01:50:17Z;NotAfter=2024-09-20T01:50:17Z}
 * @param serial its serial number, hexadecimal
 */
public record ClientCertificate(String fields, String subject, String validity, String serial) {}
