package io.albspec.proxy.backend.http2;

import java.util.Arrays;
import java.util.List;

/** The streams of one session that are open. They are few, and found by their numbers. */
final class OpenStreams {

  private static final int USUAL = 16;

  private int[] ids = new int[USUAL];
  private OutgoingStream[] streams = new OutgoingStream[USUAL];
  private int count;

  int count() {
    return count;
  }

  void add(int id, OutgoingStream stream) {
    if (count == ids.length) {
      ids = Arrays.copyOf(ids, 2 * count);
      streams = Arrays.copyOf(streams, 2 * count);
    }
    ids[count] = id;
    streams[count++] = stream;
  }

  private int indexOf(int id) {
    int at = 0;
    while (at < count && ids[at] != id) {
      at++;
    }
    return at;
  }

  /** The stream, or null if it is not open. */
  OutgoingStream find(int id) {
    int at = indexOf(id);
    return at < count ? streams[at] : null;
  }

  /** The stream is not open any more, if it was. */
  void remove(int id) {
    int at = indexOf(id);
    if (at < count) {
      count--;
      ids[at] = ids[count];
      streams[at] = streams[count];
      streams[count] = null;
    }
  }

  /** Those that are open now. */
  List<OutgoingStream> all() {
    return List.of(Arrays.copyOf(streams, count));
  }
}
