package io.albspec.load.stage;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.albspec.load.accounting.LogEntry;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/** The access log as it was delivered to a bucket. */
final class DeliveredLog {

  private DeliveredLog() {}

  /**
   * All entries in the bucket.
   *
   * @throws IOException if a file cannot be read, or a line is not an entry
   */
  static List<LogEntry> read(Path bucket) throws IOException {
    List<LogEntry> entries = new ArrayList<>();
    try (Stream<Path> files = Files.walk(bucket)) {
      for (Path file : files.filter(each -> each.toString().endsWith(".log.gz")).toList()) {
        readFile(file, entries);
      }
    }
    return List.copyOf(entries);
  }

  private static void readFile(Path file, List<LogEntry> entries) throws IOException {
    try (BufferedReader in =
        new BufferedReader(
            new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), UTF_8))) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        String text = line;
        entries.add(
            LogEntry.parse(line)
                .orElseThrow(() -> new IOException(file + ": not a log entry: " + text)));
      }
    }
  }
}
