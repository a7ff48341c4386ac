package io.albspec.load.accounting;

/**
 * A request that a target has received completely.
 *
 * @param id the id in its header; empty if it had none
 * @param target the name of the target
 * @param bodyLength bytes of content, chunks decoded
 */
public record Receipt(String id, String target, long bodyLength) {}
