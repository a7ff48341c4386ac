package io.albspec.load.accounting;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Everything that the three sides know of a run.
 *
 * @param clients what the clients saw
 * @param log the access log; empty if it cannot be read
 * @param changes of the configuration; empty if there were to be none
 * @param receipts what the targets received completely
 * @param received how many requests the targets counted, complete or not
 * @param targets the names of the targets by the address and port that they are registered with
 * @param slow the name of the target that becomes slow
 * @param reset the name of the target whose connections are reset
 */
public record Evidence(
    ClientRecords clients,
    Optional<List<LogEntry>> log,
    Optional<ChangeCount> changes,
    List<Receipt> receipts,
    int received,
    Map<String, String> targets,
    String slow,
    String reset) {

  /** Copies the lists. */
  public Evidence {
    log = log.map(List::copyOf);
    receipts = List.copyOf(receipts);
    targets = Map.copyOf(targets);
  }

  /** The name of the target that an entry of the log names; {@code -} if it names none. */
  String target(LogEntry entry) {
    return targets.getOrDefault(entry.target(), entry.target());
  }
}
