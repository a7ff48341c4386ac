package io.albspec.load.accounting;

import io.albspec.load.traffic.Phase;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToIntFunction;

/** Adds up journeys and findings by phase. */
final class PhaseAccounts {

  private static final Set<Discrepancy> LOST =
      EnumSet.of(Discrepancy.UNFINISHED, Discrepancy.NOT_LOGGED, Discrepancy.NOT_RECEIVED);
  private static final Set<Discrepancy> DOUBLED =
      EnumSet.of(Discrepancy.ENDED_TWICE, Discrepancy.LOGGED_TWICE, Discrepancy.RECEIVED_TWICE);

  private PhaseAccounts() {}

  static List<PhaseAccount> of(List<Journey> journeys, List<Finding> findings) {
    return Arrays.stream(Phase.values())
        .map(
            phase ->
                account(
                    phase,
                    journeys.stream().filter(each -> each.phase() == phase).toList(),
                    findings.stream().filter(each -> each.phase() == phase).toList()))
        .toList();
  }

  private static PhaseAccount account(Phase phase, List<Journey> journeys, List<Finding> findings) {
    List<Journey> answered = journeys.stream().filter(Journey::isAnswered).toList();
    return new PhaseAccount(
        phase,
        sum(journeys, journey -> journey.sent().size()),
        statuses(answered),
        sum(journeys, journey -> journey.ended().isEmpty() || journey.isAnswered() ? 0 : 1),
        sum(journeys, journey -> journey.log().size()),
        sum(journeys, journey -> journey.receipts().size()),
        sum(journeys, journey -> journey.isAnswerLost() ? 1 : 0),
        ids(findings, LOST),
        ids(findings, DOUBLED),
        Latencies.of(answered.stream().filter(Journey::isKnown).map(Journey::micros).toList()));
  }

  private static SortedMap<String, Integer> statuses(List<Journey> answered) {
    SortedMap<String, Integer> statuses = new TreeMap<>();
    answered.forEach(journey -> statuses.merge(journey.status(), 1, Integer::sum));
    return statuses;
  }

  private static int sum(List<Journey> journeys, ToIntFunction<Journey> count) {
    return journeys.stream().mapToInt(count).sum();
  }

  private static int ids(List<Finding> findings, Set<Discrepancy> kinds) {
    return (int)
        findings.stream()
            .filter(finding -> kinds.contains(finding.discrepancy()))
            .map(Finding::id)
            .distinct()
            .count();
  }
}
