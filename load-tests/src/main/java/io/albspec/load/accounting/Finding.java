package io.albspec.load.accounting;

import io.albspec.load.traffic.Phase;

/**
 * Something that is wrong with one request.
 *
 * @param discrepancy what
 * @param phase the phase the request counts to
 * @param id of the request
 * @param detail what was expected and what was found
 */
public record Finding(Discrepancy discrepancy, Phase phase, String id, String detail) {}
