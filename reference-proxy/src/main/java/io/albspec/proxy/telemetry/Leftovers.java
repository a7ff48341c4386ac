package io.albspec.proxy.telemetry;

import io.albspec.proxy.time.Time;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Delivers the log files that a process left behind when it ended without delivering them, as far
 * as they can be read: every complete entry.
 */
final class Leftovers {

  private static final Logger LOG = LoggerFactory.getLogger(Leftovers.class);
  private static final String LOG_FILE = ".log.gz";
  private static final int BUFFER = 64 * 1024;

  private final Drafts drafts;
  private final LogBuckets buckets;
  private final Time time;

  Leftovers(Drafts drafts, LogBuckets buckets, Time time) {
    this.drafts = drafts;
    this.buckets = buckets;
    this.time = time;
  }

  /** Delivers what there is; what cannot be delivered stays for the next time. */
  void deliver() {
    try {
      for (DraftFolder folder : drafts.leftBehind()) {
        deliver(folder);
      }
    } catch (IOException e) {
      LOG.warn("access logs that were left behind cannot be found", e);
    }
  }

  private void deliver(DraftFolder left) {
    try (DraftFolder folder = left) {
      for (Path file : folder.drafts()) {
        if (file.toString().endsWith(LOG_FILE)) {
          deliver(file, folder.bucket(file), folder.key(file));
        }
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      LOG.warn("access logs were left behind in {} and cannot be delivered", left, e);
    }
  }

  private void deliver(Path file, String bucket, String key) throws IOException {
    Path draft = drafts.draft(bucket, key);
    try {
      if (copy(file, draft) > 0) {
        buckets.put(bucket, LogPlace.dated(key, time.now()), draft);
        LOG.info("delivered an access log that was left behind: {}", key);
      }
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  private static long copy(Path file, Path draft) throws IOException {
    try (InputStream in = Files.newInputStream(file);
        OutputStream out = new GZIPOutputStream(Files.newOutputStream(draft), BUFFER)) {
      return copyLines(in, out);
    }
  }

  /** Copies what can be read, up to the last line end. Returns how many bytes that are. */
  private static long copyLines(InputStream compressed, OutputStream out) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    byte[] bytes = new byte[BUFFER];
    long copied = 0;
    try (InputStream in = new GZIPInputStream(compressed, BUFFER)) {
      for (int count = in.read(bytes); count >= 0; count = in.read(bytes)) {
        int end = count;
        while (end > 0 && bytes[end - 1] != '\n') {
          end--;
        }
        if (end > 0) {
          line.writeTo(out);
          out.write(bytes, 0, end);
          copied += line.size() + end;
          line.reset();
        }
        line.write(bytes, end, count - end);
      }
    } catch (EOFException | ZipException cutOff) {
      return copied;
    }
    return copied;
  }
}
