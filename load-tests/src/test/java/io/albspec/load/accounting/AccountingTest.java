package io.albspec.load.accounting;

import static org.assertj.core.api.Assertions.assertThat;

import io.albspec.load.traffic.Phase;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Sound evidence holds, and every fault that is put into it is found. */
final class AccountingTest {

  private static final String STEADY = Sides.id(Phase.STEADY, 4);
  private static final String BAD_GATEWAY = Sides.id(Phase.RESET, 2);

  private final Sides sides = Sides.sound();

  @Test
  void sidesThatAgreeHold() {
    Accounting accounting = sides.reconcile();

    assertThat(accounting.findings()).isEmpty();
    assertThat(accounting.checks()).allMatch(check -> check.result() == Check.Result.HELD);
    assertThat(accounting.holds()).isTrue();
  }

  @Test
  void tooFewChangesOfTheConfigurationAreFound() {
    sides.changed(999, Optional.empty());

    assertThat(sides.reconcile().holds()).isFalse();
  }

  @Test
  void refusedChangeOfTheConfigurationIsFound() {
    sides.changed(2000, Optional.of("Rate exceeded"));

    assertThat(sides.reconcile().checks())
        .filteredOn(check -> check.result() == Check.Result.BROKEN)
        .singleElement()
        .satisfies(check -> assertThat(check.observed()).contains("Rate exceeded"));
  }

  @Test
  void eachPhaseIsAddedUp() {
    PhaseAccount reset = sides.reconcile().phases().get(3);

    assertThat(reset.sent()).isEqualTo(10);
    assertThat(reset.answered()).containsEntry("200", 7).containsEntry("502", 3);
    assertThat(reset.logged()).isEqualTo(10);
    assertThat(reset.received()).isEqualTo(10);
    assertThat(reset.answersLost()).isEqualTo(3);
    assertThat(reset.latencies()).isEqualTo(new Latencies(2000, 2000, 2000, 2000));
  }

  @Test
  void answersLostAreNamedAndAreNoException() {
    Accounting accounting = sides.reconcile();

    assertThat(accounting.answersLost())
        .containsExactly(BAD_GATEWAY, Sides.id(Phase.RESET, 5), Sides.id(Phase.RESET, 8));
  }

  @Test
  void lostLogEntryIsFound() {
    sides.log.remove(sides.logged(STEADY));

    assertOnly(Discrepancy.NOT_LOGGED, STEADY);
    assertThat(sides.reconcile().phases().get(1).lost()).isEqualTo(1);
  }

  @Test
  void doubledLogEntryIsFound() {
    sides.log.add(sides.log.get(sides.logged(STEADY)));

    assertOnly(Discrepancy.LOGGED_TWICE, STEADY);
    assertThat(sides.reconcile().phases().get(1).doubled()).isEqualTo(1);
  }

  @Test
  void doubledReceiptIsFound() {
    sides.receipts.add(sides.receipts.get(sides.received(STEADY)));

    assertOnly(Discrepancy.RECEIVED_TWICE, STEADY);
  }

  @Test
  void doubledReceiptOfRequestWhoseAnswerWasLostIsFound() {
    sides.receipts.add(sides.receipts.get(sides.received(BAD_GATEWAY)));

    assertOnly(Discrepancy.RECEIVED_TWICE, BAD_GATEWAY);
  }

  @Test
  void answerThatNoTargetGaveIsFound() {
    sides.receipts.remove(sides.received(STEADY));

    assertOnly(Discrepancy.NOT_RECEIVED, STEADY);
  }

  @Test
  void requestWithoutEndIsFound() {
    sides.ended.remove(sides.ended(STEADY));

    assertOnly(Discrepancy.UNFINISHED, STEADY);
  }

  @Test
  void requestThatEndsTwiceIsFound() {
    sides.ended.add(sides.ended.get(sides.ended(STEADY)));

    assertOnly(Discrepancy.ENDED_TWICE, STEADY);
  }

  @Test
  void wrongStatusInTheLogIsFound() {
    replaceLog(STEADY, new LogEntry(STEADY, "127.0.0.1:5", "127.0.0.1:2", "201", "200"));

    assertOnly(Discrepancy.STATUS_DIFFERS, STEADY);
  }

  @Test
  void wrongTargetStatusInTheLogIsFound() {
    replaceLog(STEADY, new LogEntry(STEADY, "127.0.0.1:5", "127.0.0.1:2", "200", "-"));

    assertOnly(Discrepancy.TARGET_STATUS_DIFFERS, STEADY);
  }

  @Test
  void wrongTargetInTheLogIsFound() {
    replaceLog(STEADY, new LogEntry(STEADY, "127.0.0.1:5", "127.0.0.1:1", "200", "200"));

    assertOnly(Discrepancy.TARGET_DIFFERS, STEADY);
  }

  @Test
  void answerToAnotherRequestIsFound() {
    replaceEnd(STEADY, "200", "steady-5");

    assertOnly(Discrepancy.ANSWER_DIFFERS, STEADY);
  }

  @Test
  void bodyCutShortIsFound() {
    sides.receipts.set(sides.received(STEADY), new Receipt(STEADY, "target-2", 699));

    assertOnly(Discrepancy.BODY_DIFFERS, STEADY);
  }

  @Test
  void requestThatNobodySentIsFound() {
    sides.log.add(new LogEntry("stranger", "127.0.0.1:5", "127.0.0.1:1", "200", "200"));

    assertOnly(Discrepancy.NOT_SENT, "stranger");
  }

  @Test
  void requestThatATargetReceivedInPartIsFound() {
    Accounting accounting = sides.reconcile(Optional.of(sides.log), sides.receipts.size() + 1);

    assertThat(accounting.holds()).isFalse();
  }

  @Test
  void badGatewayWithoutFaultIsFound() {
    replaceEnd(STEADY, "502", "-");
    replaceLog(STEADY, new LogEntry(STEADY, "127.0.0.1:5", "127.0.0.1:2", "502", "-"));

    assertOnly(Discrepancy.FAILED, STEADY);
  }

  @Test
  void badGatewayOfASoundTargetIsFoundWhileAnotherIsReset() {
    String id = Sides.id(Phase.RESET, 1);
    replaceEnd(id, "502", "-");
    replaceLog(id, new LogEntry(id, "127.0.0.1:5", "127.0.0.1:2", "502", "-"));

    assertOnly(Discrepancy.FAILED, id);
  }

  @Test
  void badGatewayIsNotExcusedByATargetStatus() {
    replaceLog(BAD_GATEWAY, new LogEntry(BAD_GATEWAY, "127.0.0.1:5", "127.0.0.1:3", "502", "200"));

    assertOnly(Discrepancy.FAILED, BAD_GATEWAY);
  }

  @Test
  void errorOnTheClientsSideIsFoundEvenWhileATargetIsReset() {
    replaceEnd(BAD_GATEWAY, "-", "-");

    assertOnly(Discrepancy.FAILED, BAD_GATEWAY);
  }

  @Test
  void withoutAccessLogTheRestIsChecked() {
    sides.receipts.remove(sides.received(STEADY));

    Accounting accounting = sides.reconcile(Optional.empty(), sides.receipts.size());

    assertThat(accounting.findings())
        .extracting(Finding::discrepancy)
        .containsExactly(Discrepancy.NOT_RECEIVED);
    assertThat(accounting.checks())
        .filteredOn(check -> check.result() == Check.Result.NOT_CHECKED)
        .hasSize(3);
  }

  @Test
  void requestThatSpansTheStartOfAFaultCountsToTheFault() {
    String last = Sides.id(Phase.LATENCY, 9);
    Sent sent = sides.sent.get(sides.sent(last));
    Ended end = sides.ended.get(sides.ended(last));
    sides.ended.set(
        sides.ended(last),
        new Ended(last, sent.at() + 700_000_000, "200", end.target(), last, end.answerLength()));

    List<PhaseAccount> phases = sides.reconcile().phases();

    assertThat(phases).extracting(PhaseAccount::sent).containsExactly(10, 10, 9, 11, 10);
  }

  @Test
  void slowPhaseIsFound() {
    Sent sent = sides.sent.get(sides.sent(STEADY));
    sides.sent.set(
        sides.sent(STEADY),
        new Sent(STEADY, Phase.STEADY, sent.kind(), 700, 700, sent.at() - 3_000_000_000L));

    Accounting accounting = sides.reconcile();

    assertThat(accounting.checks())
        .filteredOn(check -> check.result() == Check.Result.BROKEN)
        .extracting(Check::statement)
        .containsExactly("steady: 99 of 100 requests within 2000 ms");
  }

  private void replaceLog(String id, LogEntry entry) {
    sides.log.set(sides.logged(id), entry);
  }

  private void replaceEnd(String id, String status, String answered) {
    Ended end = sides.ended.get(sides.ended(id));
    sides.ended.set(
        sides.ended(id),
        new Ended(id, end.at(), status, end.target(), answered, end.answerLength()));
  }

  private void assertOnly(Discrepancy discrepancy, String id) {
    Accounting accounting = sides.reconcile();

    assertThat(accounting.findings()).extracting(Finding::discrepancy).containsOnly(discrepancy);
    assertThat(accounting.findings()).extracting(Finding::id).containsOnly(id);
    assertThat(accounting.holds()).isFalse();
  }
}
