package io.albspec.proxy.dns;

import io.albspec.proxy.time.Time;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An authoritative name server on a loopback address, over UDP and TCP on the same port. One thread
 * does everything, each query at once: what comes faster waits in the kernel or is lost there.
 */
public final class DnsServer implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(DnsServer.class);
  private static final long ROUND_MILLIS = 500;
  private static final long CLOSE_MILLIS = 5_000;

  private final DnsSockets sockets;
  private final Selector selector;
  private final Datagrams datagrams;
  private final Conversations conversations;
  private final Time time;
  private final SelectionKey accepting;
  private volatile boolean closed;
  private final Thread thread = new Thread(this::serve, "albspec-dns");

  private DnsServer(DnsSockets sockets, Selector selector, Responder responder, Time time)
      throws IOException {
    this.sockets = sockets;
    this.selector = selector;
    this.time = time;
    this.datagrams = new Datagrams(sockets.udp(), responder);
    sockets.udp().register(selector, SelectionKey.OP_READ);
    this.accepting = sockets.tcp().register(selector, SelectionKey.OP_ACCEPT);
    this.conversations = new Conversations(selector, responder);
  }

  /**
   * Starts.
   *
   * @param port on 127.0.0.1, any that is free for both if 0
   * @param time tells how long clients take
   * @throws IOException naming the port, if it cannot be used
   */
  public static DnsServer start(Directory directory, int port, Time time) throws IOException {
    DnsSockets sockets = DnsSockets.bind(port);
    try {
      Authority authority = new Authority(directory, sockets.address().getAddress());
      DnsServer server = new DnsServer(sockets, Selector.open(), new Responder(authority), time);
      server.thread.setDaemon(true);
      server.thread.start();
      return server;
    } catch (IOException | RuntimeException failed) {
      sockets.close();
      throw failed;
    }
  }

  /** Where it answers, over both UDP and TCP. */
  public InetSocketAddress address() {
    return sockets.address();
  }

  private void serve() {
    try {
      while (!closed) {
        selector.select(ROUND_MILLIS);
        Instant now = time.now();
        for (SelectionKey key : selector.selectedKeys()) {
          serve(key, now);
        }
        selector.selectedKeys().clear();
        conversations.leaveTheSlow(now);
        conversations.acceptAgain(accepting, now);
      }
    } catch (IOException e) {
      LOG.error("the name server has stopped", e);
    } finally {
      conversations.close();
    }
  }

  private void serve(SelectionKey key, Instant now) {
    if (key.channel() == sockets.udp()) {
      datagrams.answer();
    } else if (key == accepting) {
      conversations.accept(key, now);
    } else {
      conversations.goOn(key, now);
    }
  }

  /** Answers no more. */
  @Override
  public void close() {
    closed = true;
    selector.wakeup();
    try {
      thread.join(CLOSE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    try {
      selector.close();
    } catch (IOException e) {
      LOG.warn("the name server cannot be closed: {}", e.getMessage());
    } finally {
      sockets.close();
    }
  }
}
