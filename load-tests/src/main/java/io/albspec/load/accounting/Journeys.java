package io.albspec.load.accounting;

import io.albspec.load.traffic.Phase;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Puts together, id by id, what the three sides know. */
final class Journeys {

  private final Map<String, Draft> drafts = new LinkedHashMap<>();
  private final List<FaultWindow> faults;

  private static final class Draft {
    final List<Sent> sent = new ArrayList<>();
    final List<Ended> ended = new ArrayList<>();
    final List<LogEntry> log = new ArrayList<>();
    final List<Receipt> receipts = new ArrayList<>();
  }

  private Journeys(List<FaultWindow> faults) {
    this.faults = faults;
  }

  /** One journey for each id that any side knows, in the order in which they were sent. */
  static List<Journey> of(Evidence evidence) {
    Journeys journeys = new Journeys(evidence.clients().faults());
    evidence.clients().sent().forEach(each -> journeys.draft(each.id()).sent.add(each));
    evidence.clients().ended().forEach(each -> journeys.draft(each.id()).ended.add(each));
    evidence.log().orElse(List.of()).forEach(each -> journeys.draft(each.id()).log.add(each));
    evidence.receipts().forEach(each -> journeys.draft(each.id()).receipts.add(each));
    return journeys.drafts.entrySet().stream()
        .map(each -> journeys.journey(each.getKey(), each.getValue()))
        .toList();
  }

  private Draft draft(String id) {
    return drafts.computeIfAbsent(id, unseen -> new Draft());
  }

  private Journey journey(String id, Draft draft) {
    return new Journey(
        id,
        phase(draft),
        List.copyOf(draft.sent),
        List.copyOf(draft.ended),
        List.copyOf(draft.log),
        List.copyOf(draft.receipts));
  }

  /**
   * A request that was under way while a fault was in force, or came or went, counts to the phase
   * of the fault, the worse of two; any other to the phase it began in.
   */
  private Phase phase(Draft draft) {
    if (draft.sent.isEmpty()) {
      return Phase.STEADY;
    }
    long begin = draft.sent.get(0).at();
    long end = draft.ended.isEmpty() ? begin : draft.ended.get(0).at();
    return faults.stream()
        .filter(fault -> fault.touches(begin, end))
        .map(FaultWindow::phase)
        .max(Phase::compareTo)
        .orElse(draft.sent.get(0).phase());
  }
}
