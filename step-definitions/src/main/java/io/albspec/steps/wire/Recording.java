package io.albspec.steps.wire;

import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.atomic.AtomicLong;

/** Keeps the beginning of what is read, and counts all of it. */
final class Recording extends FilterInputStream {

  private static final int KEPT = 128 * 1024;

  private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
  private final AtomicLong count = new AtomicLong();

  Recording(InputStream in) {
    super(in);
  }

  long count() {
    return count.get();
  }

  synchronized byte[] bytes() {
    return kept.toByteArray();
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    int read = in.read(into, offset, length);
    if (read > 0) {
      keep(into, offset, read);
      count.addAndGet(read);
    }
    return read;
  }

  private synchronized void keep(byte[] bytes, int offset, int length) {
    kept.write(bytes, offset, Math.min(length, Math.max(0, KEPT - kept.size())));
  }
}
