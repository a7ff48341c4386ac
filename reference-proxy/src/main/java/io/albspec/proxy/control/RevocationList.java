package io.albspec.proxy.control;

/**
 * A certificate revocation list of a trust store.
 *
 * @param id counts the lists of the trust store, those that were removed included
 * @param entries how many certificates it revokes
 * @param content where it was read from
 */
public record RevocationList(long id, long entries, S3Object content) {}
