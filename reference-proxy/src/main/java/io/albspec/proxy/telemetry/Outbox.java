package io.albspec.proxy.telemetry;

import io.albspec.proxy.time.Time;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Complete files on their way to a bucket. Those that cannot be delivered are tried again with the
 * next; when they become too many, the oldest are lost. On one thread.
 */
final class Outbox {

  private static final int MOST_WAITING = 32;

  private final LogBuckets buckets;
  private final Time time;
  private final Deque<LogFile> waiting = new ArrayDeque<>();

  Outbox(LogBuckets buckets, Time time) {
    this.buckets = buckets;
    this.time = time;
  }

  void add(LogFile file) {
    waiting.addLast(file);
  }

  void deliver() {
    waiting.removeIf(this::isDelivered);
    while (waiting.size() > MOST_WAITING) {
      waiting.removeFirst().discard();
    }
  }

  private boolean isDelivered(LogFile file) {
    Destination destination = file.destination();
    try {
      String key = LogPlace.dated(file.key(), time.now());
      buckets.put(destination.place().bucket(), key, file.draft());
      destination.delivery().over();
      return true;
    } catch (IOException e) {
      destination.delivery().met(e);
      return false;
    }
  }

  /** How many files have not been delivered. */
  int size() {
    return waiting.size();
  }
}
