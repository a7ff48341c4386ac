package io.albspec.load.accounting;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class LogEntryTest {

  @Test
  void readsWhatIsReconciled() {
    String line =
        "http 2026-01-01T00:00:00.000000Z app/load/50dc6c495c0c9188 127.0.0.1:41000 127.0.0.1:9001"
            + " 0.001 0.002 0.000 200 200 120 340 \"GET http://127.0.1.4:8080/load?id=u7-2&size=9"
            + " HTTP/1.1\" \"albspec-load\" - - arn:x \"Root=1-2-3\" \"-\" \"-\" 0"
            + " 2026-01-01T00:00:00.000000Z \"forward\" \"-\" \"-\" \"127.0.0.1:9001\" \"200\""
            + " \"-\" \"-\"";

    assertThat(LogEntry.parse(line))
        .contains(new LogEntry("u7-2", "127.0.0.1:41000", "127.0.0.1:9001", "200", "200"));
  }

  @Test
  void refusesWhatIsNoEntry() {
    assertThat(LogEntry.parse("Enable AccessLog for ELB")).isEmpty();
  }
}
