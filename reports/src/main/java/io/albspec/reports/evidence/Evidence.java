package io.albspec.reports.evidence;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Everything a report is made from.
 *
 * @param run what was run
 * @param sha256 of the messages, in hexadecimal
 * @param scenarios that were started, in the order of their places
 */
public record Evidence(Run run, String sha256, List<ScenarioRun> scenarios) {

  /** The file that holds the messages. */
  public static final String MESSAGES = "messages.ndjson";

  /** Copies the list. */
  public Evidence {
    scenarios = List.copyOf(scenarios);
  }

  /**
   * Reads the evidence a folder holds; the messages may be far larger than the memory.
   *
   * @throws MalformedEvidenceException if it is corrupt or cut off
   */
  public static Evidence read(Path folder) throws IOException {
    Run run = RunFile.read(folder);
    MessageLog log = new MessageLog();
    String sha256 = MessageFile.read(folder.resolve(MESSAGES), log);
    return new Evidence(run, sha256, log.scenarios());
  }
}
