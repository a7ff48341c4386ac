package io.albspec.proxy.server;

import java.lang.management.ManagementFactory;

/** What is alive on the heap of this process. */
final class Heap {

  private static final int COLLECTIONS = 3;

  private Heap() {}

  /** Bytes, once what is dead has been collected. */
  static long used() {
    for (int i = 0; i < COLLECTIONS; i++) {
      System.gc();
    }
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }
}
