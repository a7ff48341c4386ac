package io.albspec.proxy.frames;

import java.nio.ByteBuffer;

/**
 * What has come of a request's body and has not been taken by the target's side: no more than the
 * stream's receive window.
 */
public final class Backlog {

  private static final int USUAL_BYTES = 2048;

  private byte[] ring = new byte[USUAL_BYTES];
  private int first;
  private int size;

  /** How much it is. */
  public int size() {
    return size;
  }

  /** Adds bytes. */
  public void add(byte[] source, int from, int to) {
    int count = to - from;
    if (size + count > ring.length) {
      grow(size + count);
    }
    int at = (first + size) % ring.length;
    int part = Math.min(count, ring.length - at);
    System.arraycopy(source, from, ring, at, part);
    System.arraycopy(source, from + part, ring, 0, count - part);
    size += count;
  }

  private void grow(int needed) {
    byte[] larger = new byte[Math.max(needed, 2 * ring.length)];
    int part = Math.min(size, ring.length - first);
    System.arraycopy(ring, first, larger, 0, part);
    System.arraycopy(ring, 0, larger, part, size - part);
    ring = larger;
    first = 0;
  }

  /** The first bytes that lie together; they stay there until they are dropped. */
  public ByteBuffer peek() {
    return ByteBuffer.wrap(ring, first, Math.min(size, ring.length - first)).slice();
  }

  /** Drops the first bytes. */
  public void drop(int count) {
    first = (first + count) % ring.length;
    size -= count;
    if (size == 0) {
      first = 0;
    }
  }

  /** Drops all. Returns how many bytes they were. */
  public int clear() {
    int dropped = size;
    first = 0;
    size = 0;
    ring = ring.length > USUAL_BYTES ? new byte[USUAL_BYTES] : ring;
    return dropped;
  }
}
