package io.albspec.load.accounting;

import io.albspec.load.traffic.Kind;
import io.albspec.load.traffic.Phase;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What the clients wrote down.
 *
 * @param sent the requests they began to send
 * @param ended how requests ended
 * @param faults when which fault was in force
 */
public record ClientRecords(List<Sent> sent, List<Ended> ended, List<FaultWindow> faults) {

  /** Copies the lists. */
  public ClientRecords {
    sent = List.copyOf(sent);
    ended = List.copyOf(ended);
    faults = List.copyOf(faults);
  }

  /**
   * Reads the file that the clients wrote.
   *
   * @throws IOException if it cannot be read, or has a line that no client writes
   */
  public static ClientRecords read(Path file) throws IOException {
    List<Sent> sent = new ArrayList<>();
    List<Ended> ended = new ArrayList<>();
    List<FaultWindow> faults = new ArrayList<>();
    try (BufferedReader in = Files.newBufferedReader(file)) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        String[] fields = line.split("\t", -1);
        switch (fields[0]) {
          case "sent" -> sent.add(sent(fields));
          case "ended" -> ended.add(ended(fields));
          case "fault" -> faults.add(fault(fields));
          default -> throw new IOException(file + ": not a record of a client: " + line);
        }
      }
    }
    return new ClientRecords(sent, ended, faults);
  }

  private static Sent sent(String[] fields) {
    return new Sent(
        fields[1],
        Phase.valueOf(fields[2]),
        Kind.valueOf(fields[3]),
        Long.parseLong(fields[4]),
        Long.parseLong(fields[5]),
        Long.parseLong(fields[6]));
  }

  private static Ended ended(String[] fields) {
    return new Ended(
        fields[1],
        Long.parseLong(fields[2]),
        fields[3],
        fields[4],
        fields[5],
        Long.parseLong(fields[6]));
  }

  private static FaultWindow fault(String[] fields) {
    return new FaultWindow(
        Phase.valueOf(fields[1]), Long.parseLong(fields[2]), Long.parseLong(fields[3]));
  }
}
