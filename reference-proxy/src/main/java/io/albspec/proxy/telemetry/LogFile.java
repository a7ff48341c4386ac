package io.albspec.proxy.telemetry;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/** A log file that is being written; it appears in its place when it is complete. */
final class LogFile {

  private static final int BUFFER = 64 * 1024;

  private final Path draft;
  private final Path place;
  private final OutputStream out;

  /**
   * Begins a file.
   *
   * @param drafts the folder for files that are being written
   */
  LogFile(Path drafts, Path place) throws IOException {
    this.place = place;
    this.draft = Files.createDirectories(drafts).resolve(place.getFileName());
    this.out = new FastGzip(Files.newOutputStream(draft));
  }

  void write(EntryBuffer entry) throws IOException {
    out.write(entry.bytes(), 0, entry.length());
  }

  /** Completes the file and puts it in its place. */
  void deliver() throws IOException {
    out.close();
    Files.createDirectories(place.getParent());
    Files.move(draft, place, StandardCopyOption.ATOMIC_MOVE);
  }

  private static final class FastGzip extends GZIPOutputStream {

    FastGzip(OutputStream out) throws IOException {
      super(out, BUFFER);
      def.setLevel(Deflater.BEST_SPEED);
    }
  }
}
