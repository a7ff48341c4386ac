package io.albspec.steps.driver.haproxy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * The socket on which a haproxy process takes commands (management guide, "Unix Socket commands").
 */
record AdminSocket(Path path) {

  /** How long a running process may take to answer; it does so within milliseconds. */
  private static final Duration ANSWERED_WITHIN = Duration.ofSeconds(2);

  /** The answer to a command; empty if no process listens or it does not answer in time. */
  Optional<String> ask(String command) {
    try (SocketChannel channel = SocketChannel.open(UnixDomainSocketAddress.of(path));
        Selector selector = Selector.open()) {
      channel.write(StandardCharsets.US_ASCII.encode(command + "\n"));
      channel.configureBlocking(false);
      channel.register(selector, SelectionKey.OP_READ);
      return read(channel, selector);
    } catch (IOException nobodyListens) {
      return Optional.empty();
    }
  }

  /** HAProxy closes the connection after its answer. */
  private static Optional<String> read(SocketChannel channel, Selector selector)
      throws IOException {
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    ByteBuffer buffer = ByteBuffer.allocate(16384);
    while (selector.select(ANSWERED_WITHIN.toMillis()) > 0) {
      selector.selectedKeys().clear();
      if (channel.read(buffer) < 0) {
        return Optional.of(answer.toString(StandardCharsets.UTF_8));
      }
      answer.write(buffer.array(), 0, buffer.position());
      buffer.clear();
    }
    return Optional.empty();
  }
}
