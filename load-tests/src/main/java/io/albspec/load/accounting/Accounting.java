package io.albspec.load.accounting;

import java.util.List;

/**
 * The result of a run.
 *
 * @param phases the account of each phase
 * @param checks what must hold
 * @param findings everything that is wrong with single requests
 * @param answersLost the ids of requests that a target received and whose answer was lost
 * @param logged whether there was an access log to reconcile with
 */
public record Accounting(
    List<PhaseAccount> phases,
    List<Check> checks,
    List<Finding> findings,
    List<String> answersLost,
    boolean logged) {

  /** Copies the lists. */
  public Accounting {
    phases = List.copyOf(phases);
    checks = List.copyOf(checks);
    findings = List.copyOf(findings);
    answersLost = List.copyOf(answersLost);
  }

  /** Reconciles what the three sides know. */
  public static Accounting of(Evidence evidence) {
    List<Journey> journeys = Journeys.of(evidence);
    List<Finding> findings =
        journeys.stream().flatMap(journey -> Audit.of(evidence, journey).stream()).toList();
    List<PhaseAccount> phases = PhaseAccounts.of(journeys, findings);
    return new Accounting(
        phases,
        new Checks(evidence, journeys, phases, findings).all(),
        findings,
        journeys.stream().filter(Journey::isAnswerLost).map(Journey::id).toList(),
        evidence.log().isPresent());
  }

  /** Whether nothing is broken. */
  public boolean holds() {
    return checks.stream().noneMatch(check -> check.result() == Check.Result.BROKEN);
  }
}
