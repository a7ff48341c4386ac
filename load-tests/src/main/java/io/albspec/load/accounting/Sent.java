package io.albspec.load.accounting;

import io.albspec.load.traffic.Kind;
import io.albspec.load.traffic.Phase;

/**
 * A request that a client began to send.
 *
 * @param id unique in the run
 * @param phase the phase it began in
 * @param kind how it was sent
 * @param bodyLength bytes of its body
 * @param answerLength bytes that the body of the answer should have
 * @param at when, on the clients' monotonic clock, in nanoseconds
 */
public record Sent(
    String id, Phase phase, Kind kind, long bodyLength, long answerLength, long at) {}
