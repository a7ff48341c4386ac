package io.albspec.load.accounting;

import io.albspec.load.traffic.Phase;
import java.util.ArrayList;
import java.util.List;

/** Holds what the three sides know of one request against each other. */
final class Audit {

  private final Evidence evidence;
  private final Journey journey;
  private final List<Finding> findings = new ArrayList<>();

  private Audit(Evidence evidence, Journey journey) {
    this.evidence = evidence;
    this.journey = journey;
  }

  /** Everything that is wrong with a request. */
  static List<Finding> of(Evidence evidence, Journey journey) {
    Audit audit = new Audit(evidence, journey);
    if (!journey.isKnown()) {
      audit.found(
          Discrepancy.NOT_SENT,
          "%d log entries, %d receipts".formatted(journey.log().size(), journey.receipts().size()));
      return audit.findings;
    }
    audit.client();
    audit.log();
    audit.targets();
    audit.outcome();
    return audit.findings;
  }

  private void client() {
    if (journey.ended().isEmpty()) {
      found(Discrepancy.UNFINISHED, "sent, and no end");
    }
    if (journey.ended().size() > 1 || journey.sent().size() > 1) {
      found(
          Discrepancy.ENDED_TWICE,
          "sent %d times, ended %d times".formatted(journey.sent().size(), journey.ended().size()));
    }
  }

  private void log() {
    if (evidence.log().isEmpty()) {
      return;
    }
    if (journey.log().isEmpty()) {
      found(Discrepancy.NOT_LOGGED, "the client got " + journey.status());
    }
    if (journey.log().size() > 1) {
      found(Discrepancy.LOGGED_TWICE, journey.log().toString());
    }
    for (LogEntry entry : journey.log()) {
      if (journey.isAnswered() && !entry.status().equals(journey.status())) {
        found(
            Discrepancy.STATUS_DIFFERS,
            "the client got %s, logged is %s".formatted(journey.status(), entry.status()));
      }
    }
  }

  private void targets() {
    if (journey.receipts().size() > 1) {
      found(Discrepancy.RECEIVED_TWICE, journey.receipts().toString());
    }
    for (Receipt receipt : journey.receipts()) {
      long sent = journey.sent().get(0).bodyLength();
      if (receipt.bodyLength() != sent) {
        found(
            Discrepancy.BODY_DIFFERS,
            "%d bytes were sent, %d received".formatted(sent, receipt.bodyLength()));
      }
      journey.log().forEach(entry -> sameTarget(receipt, evidence.target(entry), "the log"));
    }
  }

  private void sameTarget(Receipt receipt, String named, String by) {
    if (!receipt.target().equals(named)) {
      found(
          Discrepancy.TARGET_DIFFERS,
          "%s received it, %s names %s".formatted(receipt.target(), by, named));
    }
  }

  private void outcome() {
    if (journey.ended().isEmpty()) {
      return;
    }
    if (journey.isOk()) {
      ok(journey.ended().get(0));
    } else if (!isExcused()) {
      found(
          Discrepancy.FAILED,
          "the client got %s, logged is %s".formatted(journey.status(), journey.log()));
    }
  }

  private void ok(Ended ended) {
    if (journey.receipts().isEmpty()) {
      found(Discrepancy.NOT_RECEIVED, "answered in the name of " + ended.target());
    }
    journey.receipts().forEach(receipt -> sameTarget(receipt, ended.target(), "the answer"));
    for (LogEntry entry : journey.log()) {
      if (!entry.targetStatus().equals(ended.status())) {
        found(Discrepancy.TARGET_STATUS_DIFFERS, "logged is " + entry.targetStatus());
      }
    }
    if (!ended.answered().equals(journey.id())) {
      found(Discrepancy.ANSWER_DIFFERS, "the answer is to " + ended.answered());
    }
    long asked = journey.sent().get(0).answerLength();
    if (ended.answerLength() != asked) {
      found(
          Discrepancy.ANSWER_DIFFERS,
          "%d bytes were asked for, %d came".formatted(asked, ended.answerLength()));
    }
  }

  /** A 502 while connections were reset, of the target that this was done to. */
  private boolean isExcused() {
    return journey.phase() == Phase.RESET
        && journey.status().equals("502")
        && journey.log().stream().allMatch(this::isReset)
        && journey.receipts().stream().allMatch(each -> each.target().equals(evidence.reset()));
  }

  private boolean isReset(LogEntry entry) {
    return evidence.target(entry).equals(evidence.reset()) && entry.targetStatus().equals("-");
  }

  private void found(Discrepancy discrepancy, String detail) {
    findings.add(new Finding(discrepancy, journey.phase(), journey.id(), detail));
  }
}
