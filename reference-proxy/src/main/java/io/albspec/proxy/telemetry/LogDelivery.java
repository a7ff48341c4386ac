package io.albspec.proxy.telemetry;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes entries to files on a thread of its own.
 *
 * <p>When the ring has been empty for a moment the thread sleeps until an entry comes. It sleeps so
 * lightly while entries keep coming that whoever logs never has to wake it then.
 */
final class LogDelivery implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(LogDelivery.class);
  private static final long NAP_NANOS = 5_000_000;
  private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789";
  private static final int RANDOM_LENGTH = 8;

  private record Key(LogPlace place, InetAddress node, long intervalEnd) {}

  private final EntryRing ring;
  private final Path drafts;
  private final RandomGenerator random;
  private final LongAdder lost;
  private final Map<Key, LogFile> files = new HashMap<>();
  private final Thread thread = new Thread(this::run, "albspec-access-log");
  private volatile boolean asleep;
  private volatile boolean closing;
  private volatile long ended;
  private long delivered;

  /**
   * Begins to wait for entries.
   *
   * @param lost counts entries that could not be written
   */
  LogDelivery(EntryRing ring, Path drafts, RandomGenerator random, LongAdder lost) {
    this.ring = ring;
    this.drafts = drafts;
    this.random = random;
    this.lost = lost;
    thread.setDaemon(true);
    thread.start();
  }

  /** An entry has been published. */
  void wake() {
    if (asleep) {
      LockSupport.unpark(thread);
    }
  }

  /** The interval that ends at this second of the epoch is over: its files are complete. */
  void intervalEnded(long second) {
    ended = second;
    LockSupport.unpark(thread);
  }

  private void run() {
    while (!closing) {
      long over = ended;
      boolean idle = drain() == 0;
      if (over != delivered) {
        delivered = over;
        deliver(key -> key.intervalEnd() <= over);
      } else if (idle) {
        rest();
      }
    }
    drain();
    deliver(key -> true);
  }

  private void rest() {
    LockSupport.parkNanos(this, NAP_NANOS);
    asleep = true;
    if (ring.poll() == null && !closing && ended == delivered) {
      LockSupport.park(this);
    }
    asleep = false;
  }

  private int drain() {
    int count = 0;
    for (LogEntry entry = ring.poll(); entry != null; entry = ring.poll()) {
      if (entry.place != null) {
        write(entry);
      }
      ring.free(entry);
      count++;
    }
    return count;
  }

  private void write(LogEntry entry) {
    Key key = new Key(entry.place, entry.node, entry.intervalEnd);
    try {
      LogFile file = files.get(key);
      if (file == null) {
        file = begin(key);
        files.put(key, file);
      }
      file.write(entry.buffer());
    } catch (IOException e) {
      lost.increment();
      LOG.debug("an entry of {} could not be written", key.place().balancer(), e);
    }
  }

  private LogFile begin(Key key) throws IOException {
    Instant end = Instant.ofEpochSecond(key.intervalEnd());
    return new LogFile(drafts, key.place().file(end, key.node(), randomString()));
  }

  private String randomString() {
    StringBuilder letters = new StringBuilder(RANDOM_LENGTH);
    for (int i = 0; i < RANDOM_LENGTH; i++) {
      letters.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    return letters.toString();
  }

  private void deliver(Predicate<Key> due) {
    files.entrySet().removeIf(file -> due.test(file.getKey()) && deliver(file.getValue()));
  }

  private boolean deliver(LogFile file) {
    try {
      file.deliver();
    } catch (IOException e) {
      LOG.warn("an access log could not be delivered", e);
    }
    return true;
  }

  /** Delivers everything that has been published, and ends. */
  @Override
  public void close() {
    closing = true;
    LockSupport.unpark(thread);
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
