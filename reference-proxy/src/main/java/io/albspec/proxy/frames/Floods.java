package io.albspec.proxy.frames;

import io.albspec.proxy.worker.Worker;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.http2.ErrorCode;

/**
 * Tells a busy peer from one that keeps the balancer busy: frames that bring no request and no data
 * forward, and requests that are taken back, use up an allowance, which work and time restore.
 */
public final class Floods {

  private static final int MOST_OVERHEAD = 2000;
  private static final int OVERHEAD_A_SECOND = 200;
  private static final int BYTES_FOR_ONE = 512;
  private static final int FOR_REQUEST = 8;
  private static final int UPDATES = 2;
  private static final int SHORT = 16;
  private static final int MOST_WARRANTED = 8192;

  /** All streams of a connection, and as many again. */
  private static final int MOST_RESETS = 256;

  private static final int RESETS_A_SECOND = 64;
  private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

  private final Worker worker;
  private long overhead = MOST_OVERHEAD;
  private long resets = MOST_RESETS;
  private int warranted;
  private long bytes;
  private long since;

  public Floods(Worker worker) {
    this.worker = worker;
    this.since = worker.nanos();
  }

  /** A frame that is of little use. */
  public void overhead(int frames) throws ConnectionException {
    overhead -= frames;
    if (overhead < 0) {
      restore();
      check(overhead, "too many frames that are of no use");
    }
  }

  /** The peer takes a stream back, or begins one that is none. */
  public void reset() throws ConnectionException {
    resets--;
    if (resets < 0) {
      restore();
      check(resets, "too many requests are taken back");
    }
  }

  private static void check(long allowance, String message) throws ConnectionException {
    if (allowance < 0) {
      throw new ConnectionException(ErrorCode.ENHANCE_YOUR_CALM_ERROR, message);
    }
  }

  private void restore() {
    long seconds = (worker.nanos() - since) / SECOND;
    since += seconds * SECOND;
    overhead = Math.min(overhead + seconds * OVERHEAD_A_SECOND, MOST_OVERHEAD);
    resets = Math.min(resets + seconds * RESETS_A_SECOND, MOST_RESETS);
  }

  /**
   * Data has been sent in a frame, which the peer may make up for in two windows, however short it
   * is because there was not more to send. One that the window has cut very short warrants none, or
   * else a peer could have a body in as many frames as it has bytes.
   *
   * @param whole whether all that there was has been sent
   */
  public void sent(int count, boolean whole) {
    if (count >= SHORT || (whole && count > 0)) {
      warranted = Math.min(warranted + UPDATES, MOST_WARRANTED);
    }
    moved(count);
  }

  /** The peer gives more room. */
  public void windowUpdate() throws ConnectionException {
    if (warranted > 0) {
      warranted--;
    } else {
      overhead(1);
    }
  }

  /** Data has been moved, in either direction. */
  public void moved(int count) {
    bytes += count;
    overhead = Math.min(overhead + bytes / BYTES_FOR_ONE, MOST_OVERHEAD);
    bytes %= BYTES_FOR_ONE;
  }

  /** A request has been answered. */
  public void answered() {
    overhead = Math.min(overhead + FOR_REQUEST, MOST_OVERHEAD);
  }
}
