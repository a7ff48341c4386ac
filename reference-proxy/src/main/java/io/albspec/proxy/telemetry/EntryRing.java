package io.albspec.proxy.telemetry;

import java.util.concurrent.atomic.AtomicLong;

/**
 * A bounded queue of entries from any number of threads to one, without locks and without
 * allocation: writers write into the places of the ring (after D. Vyukov's bounded queue).
 */
final class EntryRing {

  private final LogEntry[] entries;
  private final int mask;
  private final long mostLarge;
  private final AtomicLong tail = new AtomicLong();
  private final AtomicLong large = new AtomicLong();
  private long head;

  /**
   * An empty ring.
   *
   * @param capacity a power of two
   * @param mostLarge how many bytes the entries of unusual size may have together
   */
  EntryRing(int capacity, long mostLarge) {
    this.mostLarge = mostLarge;
    entries = new LogEntry[capacity];
    mask = capacity - 1;
    for (int i = 0; i < capacity; i++) {
      entries[i] = new LogEntry();
      entries[i].turn = i;
    }
  }

  /** A free place to write to and to publish, or null if the ring is full. */
  LogEntry claim() {
    while (true) {
      long position = tail.get();
      LogEntry entry = entries[(int) position & mask];
      long ahead = entry.turn - position;
      if (ahead < 0) {
        return null;
      }
      if (ahead == 0 && tail.compareAndSet(position, position + 1)) {
        entry.position = position;
        return entry;
      }
    }
  }

  /**
   * Hands a claimed entry over. Returns false if it has no destination, or had to be dropped for
   * its size.
   */
  boolean publish(LogEntry entry) {
    EntryBuffer buffer = entry.buffer();
    if (buffer.isLarge() && large.addAndGet(buffer.capacity()) > mostLarge) {
      large.addAndGet(-buffer.capacity());
      buffer.shrink();
      entry.destination = null;
    }
    boolean kept = entry.destination != null;
    entry.turn = entry.position + 1;
    return kept;
  }

  /** The oldest entry, to be freed afterwards, or null if there is none; for one thread. */
  LogEntry poll() {
    LogEntry entry = entries[(int) head & mask];
    return entry.turn == head + 1 ? entry : null;
  }

  /** Frees the entry that was polled. */
  void free(LogEntry entry) {
    EntryBuffer buffer = entry.buffer();
    if (buffer.isLarge()) {
      large.addAndGet(-buffer.capacity());
      buffer.shrink();
    }
    entry.destination = null;
    entry.turn = head + entries.length;
    head++;
  }
}
