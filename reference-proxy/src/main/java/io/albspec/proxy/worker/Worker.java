package io.albspec.proxy.worker;

import io.albspec.proxy.exchange.Exchange;
import io.albspec.proxy.time.Time;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.io.ArrayByteBufferPool;
import org.eclipse.jetty.io.ByteBufferPool;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.ManagedSelector;
import org.eclipse.jetty.io.SelectorManager;
import org.eclipse.jetty.util.thread.Scheduler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One selector thread. The client's and the target's connection of an exchange are on the same
 * worker; what is called here a worker's thread is the thread that selects.
 */
public final class Worker implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Worker.class);
  private static final int MOST_EXCHANGES_KEPT = 256;
  private static final int MOST_SECONDS_TO_SELECT = 10;
  private static final Duration ACCEPT_PAUSE = Duration.ofMillis(100);

  /** The connection timeout of the guide's "HTTP 504: Gateway timeout". */
  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);

  private final Time time;
  private final Scheduler scheduler;
  private final Selectors selectors;
  private final Buffers buffers = new Buffers();
  private final ByteBufferPool bufferPool = new ArrayByteBufferPool();
  private final DateHeader date;
  private final ArrayDeque<Exchange> exchanges = new ArrayDeque<>();
  private long nanos;

  /** Starts. */
  public Worker(Executor executor, Time time) {
    this.time = time;
    this.nanos = time.nanos();
    this.date = new DateHeader(time);
    this.scheduler = new TimeScheduler(time);
    this.selectors = new Selectors(executor, scheduler);
    start();
  }

  private void start() {
    try {
      selectors.start();
    } catch (Exception e) {
      throw new IllegalStateException("cannot start a selector", e);
    }
  }

  /** The source of time. */
  public Time time() {
    return time;
  }

  /**
   * The time, in nanoseconds of {@link Time#nanos}, at which the event began that is being handled;
   * on its thread only. To handle an event takes no more than a moment, and to ask the clock again
   * and again in it would take as long as the rest.
   */
  public long nanos() {
    return nanos;
  }

  /** An event begins. */
  public void tick() {
    nanos = time.nanos();
  }

  /** Its buffers; on its thread only. */
  public Buffers buffers() {
    return buffers;
  }

  /** Its time for those parts of Jetty that need timers. */
  public Scheduler scheduler() {
    return scheduler;
  }

  /** Its buffers for those parts of Jetty that bring none of their own. */
  public ByteBufferPool bufferPool() {
    return bufferPool;
  }

  /** The date; on its thread only. */
  public DateHeader date() {
    return date;
  }

  /** An exchange to begin with; on its thread only. */
  public Exchange acquireExchange() {
    Exchange exchange = exchanges.pollFirst();
    return exchange == null ? new Exchange() : exchange;
  }

  /** Takes an exchange back that is over. */
  public void releaseExchange(Exchange exchange) {
    if (exchanges.size() < MOST_EXCHANGES_KEPT) {
      exchanges.addFirst(exchange);
    }
  }

  /** Runs an action soon on its thread. */
  public void execute(Runnable action) {
    selectors
        .selector()
        .submit(
            selector -> {
              tick();
              action.run();
            });
  }

  /** Takes over an accepted channel. */
  public void accept(SocketChannel channel, Opener opener) {
    selectors.accept(channel, opener);
  }

  /**
   * Connects to a target; the opener learns on the worker's thread, which this is called on, what
   * became of it.
   *
   * @param source the address that the target is to see, where that can be
   * @return what is being connected, closed already if that failed at once
   * @throws IOException if there is no means to connect
   */
  public SocketChannel connect(InetAddress source, InetSocketAddress target, ConnectOpener opener)
      throws IOException {
    SocketChannel channel = OutgoingChannel.open(source, target);
    try {
      if (channel.connect(target)) {
        selectors.accept(channel, opener);
      } else {
        selectors.connect(channel, opener);
      }
    } catch (IOException | UnresolvedAddressException e) {
      channel.close();
      opener.failed(e);
    }
    return channel;
  }

  /**
   * Accepts connections of a bound socket until the result is closed, and the socket with it. When
   * that returns, the port is free: a selector gives a closed socket up only with its next
   * selection, which is waited for.
   */
  public Closeable acceptFrom(ServerSocketChannel server, Acceptor acceptor) {
    selectors.acceptors.put(server, acceptor);
    selectors.acceptor(server);
    return () -> {
      CountDownLatch selected = new CountDownLatch(1);
      execute(() -> closeAcceptor(server, selected));
      awaitSelection(selected);
    };
  }

  private void closeAcceptor(ServerSocketChannel server, CountDownLatch selected) {
    selectors.acceptors.remove(server);
    try {
      server.close();
    } catch (IOException e) {
      LOG.warn("could not close {}", server, e);
    }
    execute(selected::countDown);
  }

  private static void awaitSelection(CountDownLatch selected) throws IOException {
    try {
      if (!selected.await(MOST_SECONDS_TO_SELECT, TimeUnit.SECONDS)) {
        throw new IOException("the selector does not give the socket up");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    try {
      selectors.stop();
    } catch (Exception e) {
      throw new IllegalStateException("cannot stop a selector", e);
    }
  }

  /** Makes the connection for a channel. */
  @FunctionalInterface
  public interface Opener {

    /** The connection over this endpoint. */
    Connection open(EndPoint endPoint);
  }

  /** Takes connections over as they are accepted. */
  @FunctionalInterface
  public interface Acceptor {

    /** Takes over a channel, which may be broken already. */
    void accepted(SocketChannel channel);
  }

  /** Makes the connection for a channel that has been connected. */
  public interface ConnectOpener extends Opener {

    /** The channel could not be connected. */
    void failed(Throwable cause);
  }

  private final class Selectors extends SelectorManager {

    private final Map<SelectableChannel, Acceptor> acceptors = new ConcurrentHashMap<>();
    private boolean paused;

    Selectors(Executor executor, Scheduler scheduler) {
      super(executor, scheduler, 1);
      setConnectTimeout(CONNECT_TIMEOUT.toMillis());
    }

    /** Takes all that wait to be accepted; Jetty is left with none. */
    @Override
    protected SelectableChannel doAccept(SelectableChannel server) {
      Acceptor acceptor = acceptors.get(server);
      try {
        SocketChannel channel = ((ServerSocketChannel) server).accept();
        while (channel != null && acceptor != null) {
          paused = false;
          acceptor.accepted(channel);
          channel = ((ServerSocketChannel) server).accept();
        }
      } catch (IOException e) {
        pause(server, e);
      }
      return null;
    }

    /**
     * Nothing can be accepted, such as when there are no file descriptors left. Whoever waits is
     * left waiting for a moment: the selector would come back with them at once, and for ever.
     */
    private void pause(SelectableChannel server, IOException cause) {
      SelectionKey key = server.keyFor(selector().getSelector());
      if (key == null || !key.isValid()) {
        return;
      }
      if (!paused) {
        LOG.warn("cannot accept connections, trying again: {}", cause.getMessage());
      }
      paused = true;
      key.interestOps(0);
      time.after(ACCEPT_PAUSE, () -> Worker.this.execute(() -> resume(key)));
    }

    private void resume(SelectionKey key) {
      if (key.isValid()) {
        key.interestOps(SelectionKey.OP_ACCEPT);
      }
    }

    ManagedSelector selector() {
      return chooseSelector();
    }

    /** Connections are made and ended at once: they never block, and stay on one thread so. */
    @Override
    protected void execute(Runnable task) {
      if (isStarting()) {
        super.execute(task);
      } else {
        task.run();
      }
    }

    @Override
    protected EndPoint newEndPoint(
        SelectableChannel channel, ManagedSelector selector, SelectionKey key) {
      return new SocketEndPoint((SocketChannel) channel, selector, key, getScheduler());
    }

    @Override
    public Connection newConnection(SelectableChannel channel, EndPoint endPoint, Object opener)
        throws IOException {
      tick();
      return ((Opener) opener).open(endPoint);
    }

    @Override
    protected void connectionFailed(SelectableChannel channel, Throwable cause, Object opener) {
      Worker.this.execute(() -> ((ConnectOpener) opener).failed(cause));
    }
  }
}
