package io.albspec.proxy.telemetry;

import java.util.concurrent.atomic.AtomicLong;

/**
 * A bounded queue of entries from any number of threads to one, without locks and without
 * allocation: writers write into the places of the ring (after D. Vyukov's bounded queue).
 */
final class EntryRing {

  private final LogEntry[] entries;
  private final int mask;
  private final AtomicLong tail = new AtomicLong();
  private long head;

  /**
   * An empty ring.
   *
   * @param capacity a power of two
   */
  EntryRing(int capacity) {
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

  /** Hands a claimed entry over. */
  void publish(LogEntry entry) {
    entry.turn = entry.position + 1;
  }

  /** The oldest entry, to be freed afterwards, or null if there is none; for one thread. */
  LogEntry poll() {
    LogEntry entry = entries[(int) head & mask];
    return entry.turn == head + 1 ? entry : null;
  }

  /** Frees the entry that was polled. */
  void free(LogEntry entry) {
    entry.turn = head + entries.length;
    head++;
  }
}
