package io.albspec.proxy.http2;

import java.util.ArrayList;
import java.util.List;

/** The streams of one connection that are open, and what matters of those that are not. */
final class StreamTable {

  private static final int BUCKETS = 64;
  private static final int MOST_REMEMBERED = 256;

  private final ClientStream[] buckets = new ClientStream[BUCKETS];
  private final int[] closed = new int[MOST_REMEMBERED];
  private int closedCount;
  private int open;
  private int last;

  private static int bucket(int id) {
    return (id >>> 1) & (BUCKETS - 1);
  }

  /** The stream, or null if it is not open. */
  ClientStream find(int id) {
    ClientStream stream = buckets[bucket(id)];
    while (stream != null && stream.id() != id) {
      stream = stream.next();
    }
    return stream;
  }

  /** A stream is open. */
  void add(ClientStream stream) {
    int bucket = bucket(stream.id());
    stream.next(buckets[bucket]);
    buckets[bucket] = stream;
    open++;
  }

  /**
   * A stream is closed.
   *
   * @param cut whether it was reset here: what is still on its way counts for nothing
   */
  void remove(ClientStream stream, boolean cut) {
    int bucket = bucket(stream.id());
    if (buckets[bucket] == stream) {
      buckets[bucket] = stream.next();
    } else {
      ClientStream before = buckets[bucket];
      while (before.next() != stream) {
        before = before.next();
      }
      before.next(stream.next());
    }
    stream.next(null);
    open--;
    remember(stream.id(), cut);
  }

  /** A stream is closed, or was never opened. */
  void remember(int id, boolean cut) {
    closed[closedCount++ & (MOST_REMEMBERED - 1)] = cut ? -id : id;
  }

  /** How many are open. */
  int open() {
    return open;
  }

  /** The client has begun this stream, and given up all before it that it has not begun. */
  void began(int id) {
    last = id;
  }

  /** The last that the client has begun; 0 for none. */
  int last() {
    return last;
  }

  /** Whether the client has begun the stream or passed it over. */
  boolean isKnown(int id) {
    return (id & 1) == 1 && id <= last;
  }

  /** Whether a stream has been reset here lately. */
  boolean isCut(int id) {
    return isRemembered(-id);
  }

  /** Whether a stream has been closed in another way lately. */
  boolean isClosed(int id) {
    return isRemembered(id);
  }

  private boolean isRemembered(int entry) {
    for (int each : closed) {
      if (each == entry) {
        return true;
      }
    }
    return false;
  }

  /** Those that are open now. */
  List<ClientStream> all() {
    List<ClientStream> all = new ArrayList<>(open);
    for (ClientStream first : buckets) {
      for (ClientStream stream = first; stream != null; stream = stream.next()) {
        all.add(stream);
      }
    }
    return all;
  }
}
