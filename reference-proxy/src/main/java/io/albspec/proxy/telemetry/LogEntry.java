package io.albspec.proxy.telemetry;

import java.net.InetAddress;

/** A place in the ring: one entry on its way to a file, used again and again. */
final class LogEntry {

  private final EntryBuffer buffer = new EntryBuffer();

  /** Its position in the ring plus one once it is published; its next position once it is free. */
  volatile long turn;

  /** Its position in the ring. */
  long position;

  /** Where it goes; null if it is lost. */
  Destination destination;

  /** The node that handled the request. */
  InetAddress node;

  /** The second of the epoch at which the interval of this entry ends. */
  long intervalEnd;

  EntryBuffer buffer() {
    return buffer;
  }
}
