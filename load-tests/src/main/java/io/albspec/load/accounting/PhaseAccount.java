package io.albspec.load.accounting;

import io.albspec.load.traffic.Phase;
import java.util.SortedMap;

/**
 * The account of one phase.
 *
 * @param phase the phase
 * @param sent requests that clients began to send
 * @param answered how many got which status
 * @param unanswered requests that ended without an answer: errors on the client's side
 * @param logged entries in the access log
 * @param received complete requests that targets received
 * @param answersLost requests that a target received and whose answer did not reach the client
 * @param lost requests that one of the sides should know and does not
 * @param doubled requests that one of the sides knows more than once
 * @param latencies how long answers took
 */
public record PhaseAccount(
    Phase phase,
    int sent,
    SortedMap<String, Integer> answered,
    int unanswered,
    int logged,
    int received,
    int answersLost,
    int lost,
    int doubled,
    Latencies latencies) {}
