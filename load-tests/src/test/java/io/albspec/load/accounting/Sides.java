package io.albspec.load.accounting;

import io.albspec.load.traffic.Kind;
import io.albspec.load.traffic.Phase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Three sides that agree, until a test spoils one of them. */
final class Sides {

  static final String SLOW = "target-2";
  static final String RESET = "target-3";

  private static final long MILLI = 1_000_000;
  private static final long PHASE = 1000 * MILLI;
  private static final long LENGTH = 700;

  private ChangeCount changes =
      new ChangeCount(1000, Duration.ofMinutes(1), Duration.ZERO, Duration.ZERO, Optional.empty());
  final List<Sent> sent = new ArrayList<>();
  final List<Ended> ended = new ArrayList<>();
  final List<LogEntry> log = new ArrayList<>();
  final List<Receipt> receipts = new ArrayList<>();
  private final List<FaultWindow> faults =
      List.of(
          new FaultWindow(Phase.LATENCY, 2 * PHASE, 3 * PHASE),
          new FaultWindow(Phase.RESET, 3 * PHASE + MILLI, 4 * PHASE));

  /** Ten requests in each phase, as they should go. */
  static Sides sound() {
    Sides sides = new Sides();
    long begin = 0;
    for (Phase phase : Phase.values()) {
      for (int number = 0; number < 10; number++) {
        String target = "target-" + (number % 3 + 1);
        boolean isReset = phase == Phase.RESET && target.equals(RESET);
        long at = begin + (50 + number * 50) * MILLI;
        boolean isSlow = phase == Phase.LATENCY && target.equals(SLOW);
        sides.request(id(phase, number), phase, at, target, isReset, isSlow ? 100 : 2);
      }
      begin += PHASE;
    }
    return sides;
  }

  static String id(Phase phase, int number) {
    return phase.title() + "-" + number;
  }

  private void request(
      String id, Phase phase, long at, String target, boolean isReset, long millis) {
    sent.add(new Sent(id, phase, Kind.POST, LENGTH, LENGTH, at));
    long end = at + millis * MILLI;
    ended.add(
        isReset
            ? new Ended(id, end, "502", "-", "-", 100)
            : new Ended(id, end, "200", target, id, LENGTH));
    String status = isReset ? "502" : "200";
    log.add(new LogEntry(id, "127.0.0.1:5", address(target), status, isReset ? "-" : "200"));
    receipts.add(new Receipt(id, target, LENGTH));
  }

  private static String address(String target) {
    return "127.0.0.1:" + target.charAt(target.length() - 1);
  }

  int sent(String id) {
    return sent.stream().map(Sent::id).toList().indexOf(id);
  }

  int ended(String id) {
    return ended.stream().map(Ended::id).toList().indexOf(id);
  }

  int logged(String id) {
    return log.stream().map(LogEntry::id).toList().indexOf(id);
  }

  int received(String id) {
    return receipts.stream().map(Receipt::id).toList().indexOf(id);
  }

  /** So many changes in a minute, of which the last was refused if there is trouble. */
  void changed(int made, Optional<String> trouble) {
    changes =
        new ChangeCount(
            made, Duration.ofMinutes(1), Duration.ofMillis(5), Duration.ofMillis(50), trouble);
  }

  Accounting reconcile() {
    return reconcile(Optional.of(log), receipts.size());
  }

  Accounting reconcile(Optional<List<LogEntry>> entries, int counted) {
    return Accounting.of(
        new Evidence(
            new ClientRecords(sent, ended, faults),
            entries,
            Optional.of(changes),
            receipts,
            counted,
            Map.of("127.0.0.1:1", "target-1", "127.0.0.1:2", SLOW, "127.0.0.1:3", RESET),
            SLOW,
            RESET));
  }
}
