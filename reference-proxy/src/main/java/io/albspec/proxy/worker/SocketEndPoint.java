package io.albspec.proxy.worker;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import org.eclipse.jetty.io.EofException;
import org.eclipse.jetty.io.ManagedSelector;
import org.eclipse.jetty.io.SocketChannelEndPoint;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.thread.Scheduler;

/**
 * Jetty's endpoint of a socket, which gathers only where there is more than one buffer to write,
 * and tells a connection that is broken from one that the peer has ended.
 */
final class SocketEndPoint extends SocketChannelEndPoint {

  private boolean ending;

  SocketEndPoint(
      SocketChannel channel, ManagedSelector selector, SelectionKey key, Scheduler scheduler) {
    super(channel, selector, key, scheduler);
  }

  /**
   * Does what there is to be done at once: what Jetty takes for a task that might block it would
   * give to another thread, and so it takes whatever a secured connection does for itself.
   */
  @Override
  public Runnable onSelected() {
    Runnable task = super.onSelected();
    if (task != null) {
      task.run();
    }
    return null;
  }

  @Override
  public int fill(ByteBuffer buffer) throws IOException {
    if (isInputShutdown()) {
      return -1;
    }
    int from = BufferUtil.flipToFill(buffer);
    int count = -1;
    try {
      count = getChannel().read(buffer);
      return count;
    } finally {
      BufferUtil.flipToFlush(buffer, from);
      if (count < 0) {
        shutdownInput();
      }
    }
  }

  @Override
  public boolean flush(ByteBuffer... buffers) throws IOException {
    boolean all = buffers.length == 1 ? flush(buffers[0]) : super.flush(buffers);
    if (all && ending) {
      ending = false;
      shutdownOutput();
    }
    return all;
  }

  private boolean flush(ByteBuffer buffer) throws IOException {
    try {
      getChannel().write(buffer);
    } catch (IOException e) {
      throw new EofException(e);
    }
    return !buffer.hasRemaining();
  }

  /** Sends FIN, behind what is being written. */
  void finish() {
    if (getWriteFlusher().isPending()) {
      ending = true;
    } else {
      shutdownOutput();
    }
  }
}
