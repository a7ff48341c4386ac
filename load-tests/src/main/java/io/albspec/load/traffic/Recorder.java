package io.albspec.load.traffic;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Writes down what the clients do, one line for each event, fields separated by tabs:
 *
 * <ul>
 *   <li>{@code sent}, id, phase, kind, bytes of body, bytes of answer awaited, time
 *   <li>{@code ended}, id, time, status or {@code -}, target or {@code -}, id in the answer or
 *       {@code -}, bytes of answer
 *   <li>{@code fault}, phase, time when it began to come, time when it had gone
 * </ul>
 *
 * Times are nanoseconds on one monotonic clock. Thread-safe.
 */
final class Recorder implements Closeable {

  private final BufferedWriter out;

  Recorder(Path file) throws IOException {
    out = Files.newBufferedWriter(file);
  }

  /** A request is about to be sent. */
  void sent(Draw draw, Phase phase) {
    write(
        "sent",
        draw.id(),
        phase.name(),
        draw.kind().name(),
        Integer.toString(draw.bodyLength()),
        Integer.toString(draw.answerLength()),
        Long.toString(System.nanoTime()));
  }

  /** A request has ended, with an answer or without; fields without a value are {@code -}. */
  void ended(String id, String status, String target, String answered, int bytes) {
    String time = Long.toString(System.nanoTime());
    write("ended", id, time, status, target, answered, Integer.toString(bytes));
  }

  /** A fault was in force between these times, or coming or going. */
  void fault(Phase phase, long from, long to) {
    write("fault", phase.name(), Long.toString(from), Long.toString(to));
  }

  private synchronized void write(String... fields) {
    try {
      out.write(String.join("\t", fields));
      out.write('\n');
    } catch (IOException e) {
      throw new UncheckedIOException("cannot record what the clients do", e);
    }
  }

  @Override
  public synchronized void close() throws IOException {
    out.close();
  }
}
