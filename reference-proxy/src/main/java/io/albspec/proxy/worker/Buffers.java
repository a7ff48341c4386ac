package io.albspec.proxy.worker;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;

/** Direct buffers of one size, used again and again by one thread. */
public final class Buffers {

  /** Bytes in one buffer: a usual head and a piece of a body. */
  public static final int SIZE = 32 * 1024;

  private static final int MOST_KEPT = 1024;

  private final ArrayDeque<ByteBuffer> free = new ArrayDeque<>();
  private int lent;

  /** An empty buffer, ready to be filled. */
  public ByteBuffer acquire() {
    lent++;
    ByteBuffer buffer = free.pollFirst();
    if (buffer == null) {
      return ByteBuffer.allocateDirect(SIZE);
    }
    buffer.clear();
    return buffer;
  }

  /** Takes a buffer back that nobody uses any more. Others than those acquired here are dropped. */
  public void release(ByteBuffer buffer) {
    if (!buffer.isDirect() || buffer.capacity() != SIZE) {
      return;
    }
    lent--;
    if (free.size() < MOST_KEPT) {
      free.addFirst(buffer);
    }
  }

  /** How many are in use: acquired and not released. */
  public int lent() {
    return lent;
  }
}
