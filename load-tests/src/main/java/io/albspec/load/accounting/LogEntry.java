package io.albspec.load.accounting;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What an entry of the access log says of a request (guide: "Access log entries").
 *
 * @param id the id in the query of its request line; empty if there is none
 * @param client address and port
 * @param target address and port, {@code -} if it was not sent to any
 * @param status the status the client got, or {@code -}
 * @param targetStatus the status the target answered with, or {@code -}
 */
public record LogEntry(
    String id, String client, String target, String status, String targetStatus) {

  private static final Pattern ENTRY =
      Pattern.compile(
          "\\S+ \\S+ \\S+ (\\S+) (\\S+) \\S+ \\S+ \\S+ (\\S+) (\\S+) \\d+ \\d+ \"([^\"]*)\" .*");
  private static final Pattern ID = Pattern.compile("[?&]id=([^&\\s]*)");

  /** Reads a line; empty if it is not an entry. */
  public static Optional<LogEntry> parse(String line) {
    Matcher entry = ENTRY.matcher(line);
    if (!entry.matches()) {
      return Optional.empty();
    }
    Matcher id = ID.matcher(entry.group(5));
    return Optional.of(
        new LogEntry(
            id.find() ? id.group(1) : "",
            entry.group(1),
            entry.group(2),
            entry.group(3),
            entry.group(4)));
  }
}
