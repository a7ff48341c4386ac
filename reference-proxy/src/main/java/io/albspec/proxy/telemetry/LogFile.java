package io.albspec.proxy.telemetry;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/** A log file that is being written, compressed, or waits for its delivery. */
final class LogFile {

  private static final int BUFFER = 32 * 1024;

  private final Destination destination;
  private final String key;
  private final Path draft;
  private final OutputStream file;
  private final OutputStream out;
  private long entries;
  private long bytes;

  /**
   * Begins a file.
   *
   * @param key in the bucket, the day of delivery still missing
   * @param draft where it is written
   */
  LogFile(Destination destination, String key, Path draft) throws IOException {
    this.destination = destination;
    this.key = key;
    this.draft = draft;
    this.file = Files.newOutputStream(draft);
    this.out = new BufferedOutputStream(new FastGzip(file), BUFFER);
  }

  Destination destination() {
    return destination;
  }

  /** Its key in the bucket, the day of delivery still missing. */
  String key() {
    return key;
  }

  /** Where it is until it is delivered. */
  Path draft() {
    return draft;
  }

  void write(EntryBuffer entry) throws IOException {
    entries++;
    bytes += entry.length();
    out.write(entry.bytes(), 0, entry.length());
  }

  /** Gives everything written so far to the disk. */
  void flush() throws IOException {
    out.flush();
  }

  /** Nothing more will be written. */
  void complete() throws IOException {
    out.close();
  }

  /** Drops it in whatever state it is: its entries are lost. */
  void discard() {
    destination.losses().add(entries);
    try {
      closeAnyway();
      Files.deleteIfExists(draft);
    } catch (IOException e) {
      // A disk that cannot be written is why it is dropped; what remains is no complete file.
      return;
    }
  }

  private void closeAnyway() throws IOException {
    try {
      out.close();
    } catch (IOException e) {
      // What could not be written is dropped with the rest.
      return;
    } finally {
      file.close();
    }
  }

  /** How many bytes have been written, not compressed. */
  long bytes() {
    return bytes;
  }

  private static final class FastGzip extends GZIPOutputStream {

    FastGzip(OutputStream out) throws IOException {
      super(out, BUFFER, true);
      def.setLevel(Deflater.BEST_SPEED);
    }

    /** Frees the native memory even if the last bytes cannot be written. */
    @Override
    public void close() throws IOException {
      try {
        super.close();
      } finally {
        def.end();
      }
    }
  }
}
