package io.albspec.proxy.telemetry;

import java.util.Collection;
import java.util.concurrent.locks.LockSupport;
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

  private final EntryRing ring;
  private final LogFiles files;
  private final Leftovers leftovers;
  private final Collection<Losses> losses;
  private final Thread thread = new Thread(this::run, "albspec-access-log");
  private volatile boolean asleep;
  private volatile boolean closing;
  private volatile long ended;
  private long delivered;

  /**
   * Begins to wait for entries.
   *
   * @param files is closed with this
   * @param losses of all load balancers, to tell of
   */
  LogDelivery(EntryRing ring, LogFiles files, Leftovers leftovers, Collection<Losses> losses) {
    this.ring = ring;
    this.files = files;
    this.leftovers = leftovers;
    this.losses = losses;
    thread.setDaemon(true);
    thread.start();
  }

  /** Where entries are published. */
  EntryRing ring() {
    return ring;
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
    leftovers.deliver();
    while (!closing) {
      long over = ended;
      boolean idle = drain() == 0;
      if (over != delivered) {
        delivered = over;
        files.deliver(over);
        tellOfLosses();
      } else if (idle) {
        rest();
      }
    }
    drain();
    files.close();
    tellOfLosses();
  }

  private void rest() {
    LockSupport.parkNanos(this, NAP_NANOS);
    if (ring.poll() == null) {
      files.flush();
    }
    asleep = true;
    if (ring.poll() == null && !closing && ended == delivered) {
      LockSupport.park(this);
    }
    asleep = false;
  }

  private int drain() {
    int count = 0;
    for (LogEntry entry = ring.poll(); entry != null; entry = ring.poll()) {
      if (entry.destination != null) {
        files.write(entry);
      }
      ring.free(entry);
      count++;
    }
    return count;
  }

  private void tellOfLosses() {
    for (Losses of : losses) {
      long more = of.untold();
      if (more > 0) {
        LOG.warn("{} entries of the {} were lost", more, of.log());
      }
    }
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
