package io.albspec.proxy.telemetry;

import io.albspec.proxy.time.Time;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The files that entries are written to: one for each load balancer, node and interval, several if
 * there are many entries. Where files cannot be written, entries are lost, and it is tried again
 * from time to time. On one thread.
 */
final class LogFiles implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(LogFiles.class);
  private static final long RETRY_NANOS = Duration.ofSeconds(1).toNanos();

  private record Key(Destination destination, InetAddress node, long intervalEnd) {}

  private final Drafts drafts;
  private final Outbox outbox;
  private final Time time;
  private final RandomGenerator random;
  private final long mostBytes;
  private final Trouble writing;
  private final Map<Key, LogFile> open = new HashMap<>();
  private Key latest;
  private boolean failing;
  private long failedAt;
  private boolean flushed = true;

  /**
   * No files yet.
   *
   * @param outbox takes the files that are complete
   * @param random for the names of files
   * @param mostBytes how large a file gets, not compressed
   */
  LogFiles(Drafts drafts, Outbox outbox, Time time, RandomGenerator random, long mostBytes) {
    this.drafts = drafts;
    this.outbox = outbox;
    this.time = time;
    this.random = random;
    this.mostBytes = mostBytes;
    this.writing =
        new Trouble(
            "access logs cannot be written to %s, entries are lost until they can"
                .formatted(drafts),
            "access logs can be written to %s again".formatted(drafts));
  }

  /** Writes an entry, or counts it as lost. */
  void write(LogEntry entry) {
    Key key = key(entry);
    LogFile file = open.get(key);
    if (file == null && !mayTry()) {
      entry.destination.losses().add(1);
      return;
    }
    try {
      if (file == null) {
        file = begin(key);
      }
      file.write(entry.buffer());
      flushed = false;
    } catch (IOException e) {
      failed(key, e);
      return;
    }
    if (file.bytes() >= mostBytes) {
      complete(key);
      outbox.deliver();
    }
  }

  /** Most entries go where the one before went. */
  private Key key(LogEntry entry) {
    boolean isSame =
        latest != null
            && latest.destination() == entry.destination
            && latest.intervalEnd() == entry.intervalEnd
            && latest.node().equals(entry.node);
    if (!isSame) {
      latest = new Key(entry.destination, entry.node, entry.intervalEnd);
    }
    return latest;
  }

  private boolean mayTry() {
    return !failing || time.nanos() - failedAt >= RETRY_NANOS;
  }

  private LogFile begin(Key key) throws IOException {
    LogPlace place = key.destination().place();
    Instant end = Instant.ofEpochSecond(key.intervalEnd());
    String name = place.undated(end, key.node(), RandomName.from(random));
    LogFile file = new LogFile(key.destination(), name, drafts.draft(place.bucket(), name));
    open.put(key, file);
    failing = false;
    return file;
  }

  private void failed(Key key, IOException cause) {
    writing.met(cause);
    failing = true;
    failedAt = time.nanos();
    LogFile file = open.remove(key);
    if (file == null) {
      key.destination().losses().add(1);
    } else {
      file.discard();
    }
  }

  /** Gives everything that has been written to the disk. */
  void flush() {
    if (flushed) {
      return;
    }
    flushed = true;
    for (Key key : List.copyOf(open.keySet())) {
      try {
        open.get(key).flush();
        writing.over();
      } catch (IOException e) {
        failed(key, e);
      }
    }
  }

  /** Delivers what is due: the files of all intervals up to this second of the epoch. */
  void deliver(long intervalEnd) {
    for (Key key : List.copyOf(open.keySet())) {
      if (key.intervalEnd() <= intervalEnd) {
        complete(key);
      }
    }
    outbox.deliver();
  }

  /** Delivers everything; what cannot be delivered is left behind for the next start. */
  @Override
  public void close() {
    deliver(Long.MAX_VALUE);
    if (outbox.size() > 0) {
      LOG.warn("{} access logs remain in {} until the next start", outbox.size(), drafts);
    }
    try {
      drafts.close();
    } catch (IOException e) {
      LOG.warn("the folder {} cannot be removed", drafts, e);
    }
  }

  private void complete(Key key) {
    try {
      LogFile file = open.get(key);
      file.complete();
      open.remove(key);
      outbox.add(file);
      writing.over();
    } catch (IOException e) {
      failed(key, e);
    }
  }
}
