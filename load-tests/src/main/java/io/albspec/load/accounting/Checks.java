package io.albspec.load.accounting;

import io.albspec.load.traffic.Phase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Everything that must hold of a run. */
final class Checks {

  /** A slow answer takes at least 100 ms less the jitter of 20 ms. */
  private static final long SLOW_MICROS = 80_000;

  private final Evidence evidence;
  private final List<Journey> journeys;
  private final List<PhaseAccount> phases;
  private final List<Finding> findings;

  Checks(
      Evidence evidence,
      List<Journey> journeys,
      List<PhaseAccount> phases,
      List<Finding> findings) {
    this.evidence = evidence;
    this.journeys = journeys;
    this.phases = phases;
    this.findings = findings;
  }

  List<Check> all() {
    List<Check> checks = new ArrayList<>();
    checks.add(
        none("every request sent ended, once", Discrepancy.UNFINISHED, Discrepancy.ENDED_TWICE));
    checks.addAll(log());
    checks.addAll(targets());
    checks.add(none("no side knows a request that no client sent", Discrepancy.NOT_SENT));
    for (PhaseAccount phase : phases) {
      checks.add(failures(phase));
      phase.phase().bound().ifPresent(bound -> checks.add(fast(phase, bound)));
    }
    checks.addAll(felt());
    evidence.changes().map(ChangeCount::check).ifPresent(checks::add);
    return checks;
  }

  private List<Check> log() {
    List<Check> checks =
        List.of(
            none(
                "the access log has every request, once",
                Discrepancy.NOT_LOGGED,
                Discrepancy.LOGGED_TWICE),
            none("the access log has the status each client got", Discrepancy.STATUS_DIFFERS),
            none(
                "the access log has the status each target answered with",
                Discrepancy.TARGET_STATUS_DIFFERS));
    return evidence.log().isPresent() ? checks : checks.stream().map(Checks::notChecked).toList();
  }

  private static Check notChecked(Check check) {
    return new Check(check.statement(), Check.Result.NOT_CHECKED, "there is no access log");
  }

  private List<Check> targets() {
    return List.of(
        none("every request answered with 200 was received", Discrepancy.NOT_RECEIVED),
        none("no request was received twice", Discrepancy.RECEIVED_TWICE),
        none("all sides name the same target", Discrepancy.TARGET_DIFFERS),
        none(
            "bodies and answers arrive whole, and at the right place",
            Discrepancy.BODY_DIFFERS,
            Discrepancy.ANSWER_DIFFERS),
        Check.of(
            "targets received only complete requests",
            evidence.received() == evidence.receipts().size(),
            "%d counted, %d complete".formatted(evidence.received(), evidence.receipts().size())));
  }

  private Check none(String statement, Discrepancy... kinds) {
    Set<Discrepancy> wanted = EnumSet.of(kinds[0], kinds);
    return check(statement, finding -> wanted.contains(finding.discrepancy()));
  }

  private Check failures(PhaseAccount account) {
    String statement =
        account.phase() == Phase.RESET
            ? "reset: no error but 502 of %s, with no target status".formatted(evidence.reset())
            : account.phase().title() + ": no error";
    return check(
        statement,
        finding ->
            finding.discrepancy() == Discrepancy.FAILED && finding.phase() == account.phase());
  }

  private Check check(String statement, Predicate<Finding> against) {
    List<Finding> found = findings.stream().filter(against).toList();
    return Check.of(statement, found.isEmpty(), summary(found));
  }

  private static String summary(List<Finding> found) {
    if (found.isEmpty()) {
      return "no exception";
    }
    Finding first = found.get(0);
    return "%d exceptions, first %s: %s".formatted(found.size(), first.id(), first.detail());
  }

  private static Check fast(PhaseAccount account, Duration bound) {
    long p99 = account.latencies().p99();
    return Check.of(
        "%s: 99 of 100 requests within %d ms".formatted(account.phase().title(), bound.toMillis()),
        account.sent() > 0 && p99 <= bound.toMillis() * 1000,
        "p99 %.1f ms of %d requests".formatted(p99 / 1000.0, account.sent()));
  }

  /** A fault that nobody felt proves nothing. */
  private List<Check> felt() {
    List<Long> slow =
        journeys.stream()
            .filter(each -> each.phase() == Phase.LATENCY && each.isOk())
            .filter(each -> each.ended().get(0).target().equals(evidence.slow()))
            .map(Journey::micros)
            .toList();
    long median = Latencies.of(slow).p50();
    long badGateways =
        journeys.stream()
            .filter(each -> each.phase() == Phase.RESET && each.status().equals("502"))
            .count();
    return List.of(
        Check.of(
            "the latency was felt: median of %s at least 80 ms".formatted(evidence.slow()),
            median >= SLOW_MICROS,
            "median %.1f ms of %d answers".formatted(median / 1000.0, slow.size())),
        Check.of("the resets were felt", badGateways > 0, badGateways + " times 502"));
  }
}
