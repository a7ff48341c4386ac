package io.albspec.proxy.dns;

import java.io.IOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The clients over TCP: not too many, and none that keeps us waiting for long. */
final class Conversations {

  /** Where one more comes, the one is left that has been waited for longest. */
  static final int MOST = 128;

  /** How long a client may take to send a query, or to take a response. */
  static final Duration PATIENCE = Duration.ofSeconds(10);

  private static final Duration PAUSE = Duration.ofSeconds(1);

  private static final Logger LOG = LoggerFactory.getLogger(Conversations.class);

  private final Selector selector;
  private final Responder responder;
  private final Map<SelectionKey, Conversation> open = new LinkedHashMap<>();
  private Optional<Instant> stoppedAccepting = Optional.empty();

  Conversations(Selector selector, Responder responder) {
    this.selector = selector;
    this.responder = responder;
  }

  /** Accepts whoever has come; if that cannot be, it is tried again after a while. */
  void accept(SelectionKey server, Instant now) {
    try {
      SocketChannel channel = ((ServerSocketChannel) server.channel()).accept();
      if (channel != null) {
        begin(channel, now);
      }
    } catch (IOException e) {
      LOG.warn("a client of the name server cannot be accepted: {}", e.getMessage());
      server.interestOps(0);
      stoppedAccepting = Optional.of(now);
    }
  }

  /** Accepts again what could not be accepted a while ago. */
  void acceptAgain(SelectionKey server, Instant now) {
    if (stoppedAccepting.filter(since -> since.plus(PAUSE).isBefore(now)).isPresent()) {
      server.interestOps(SelectionKey.OP_ACCEPT);
      stoppedAccepting = Optional.empty();
    }
  }

  private void begin(SocketChannel channel, Instant now) throws IOException {
    if (open.size() >= MOST) {
      open.entrySet().stream()
          .min(Comparator.comparing(each -> each.getValue().waitingSince()))
          .ifPresent(each -> leave(each.getKey()));
    }
    channel.configureBlocking(false);
    SelectionKey key = channel.register(selector, SelectionKey.OP_READ);
    open.put(key, new Conversation(channel, key, responder, now));
  }

  /** Goes on with a client that is ready. */
  void goOn(SelectionKey key, Instant now) {
    Conversation conversation = open.get(key);
    try {
      if (conversation != null && !conversation.goOn(now)) {
        leave(key);
      }
    } catch (IOException lost) {
      leave(key);
    }
  }

  /** Leaves whoever has taken too long. */
  void leaveTheSlow(Instant now) {
    List<SelectionKey> slow = new ArrayList<>();
    open.forEach(
        (key, each) -> {
          if (each.waitingSince().plus(PATIENCE).isBefore(now)) {
            slow.add(key);
          }
        });
    slow.forEach(this::leave);
  }

  private void leave(SelectionKey key) {
    open.remove(key);
    key.cancel();
    try {
      key.channel().close();
    } catch (IOException e) {
      LOG.warn("a client of the name server cannot be left: {}", e.getMessage());
    }
  }

  /** Leaves everybody. */
  void close() {
    List.copyOf(open.keySet()).forEach(this::leave);
  }
}
