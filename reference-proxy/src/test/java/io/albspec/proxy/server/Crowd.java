package io.albspec.proxy.server;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;

/** Many clients that all do the same. They hold next to no memory of their own. */
final class Crowd implements AutoCloseable {

  private static final int SMALL_WINDOW = 16 * 1024;

  private final List<SocketChannel> clients = new ArrayList<>();
  private final ByteBuffer piece = ByteBuffer.allocate(64 * 1024);

  Crowd(int count, int port) throws IOException {
    InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    for (int i = 0; i < count; i++) {
      SocketChannel client = SocketChannel.open();
      clients.add(client);
      client.setOption(StandardSocketOptions.SO_RCVBUF, SMALL_WINDOW);
      client.setOption(StandardSocketOptions.TCP_NODELAY, true);
      client.connect(address);
    }
  }

  int size() {
    return clients.size();
  }

  /** Each sends this. */
  void send(String text) throws IOException {
    byte[] bytes = text.getBytes(ISO_8859_1);
    for (SocketChannel client : clients) {
      client.write(ByteBuffer.wrap(bytes));
    }
  }

  /**
   * One after the other sends this, and reads an answer of so many bytes.
   *
   * @return how many received less
   */
  int exchange(String text, int bytes) throws IOException {
    int missing = 0;
    for (SocketChannel client : clients) {
      client.write(ByteBuffer.wrap(text.getBytes(ISO_8859_1)));
      if (read(client, (long) bytes) < bytes) {
        missing++;
      }
    }
    return missing;
  }

  /** Each reads a head. What it says, by client. */
  List<String> heads() throws IOException {
    List<String> heads = new ArrayList<>();
    for (SocketChannel client : clients) {
      StringBuilder head = new StringBuilder();
      while (head.indexOf("\r\n\r\n") < 0 && read(client, 1) > 0) {
        head.append((char) piece.get(0));
      }
      heads.add(head.toString());
    }
    return heads;
  }

  /** Each reads so many bytes. How many came, by client. */
  List<Long> read(long bytes) throws IOException {
    List<Long> counts = new ArrayList<>();
    for (SocketChannel client : clients) {
      counts.add(read(client, bytes));
    }
    return counts;
  }

  private long read(SocketChannel client, long bytes) throws IOException {
    long rest = bytes;
    int count = 0;
    while (rest > 0 && count >= 0) {
      count = client.read(piece.clear().limit((int) Math.min(rest, piece.capacity())));
      rest -= Math.max(count, 0);
    }
    return bytes - rest;
  }

  /** Each reads until its connection is ended or reset. How many bytes came, by client. */
  List<Long> readToTheEnd() {
    List<Long> counts = new ArrayList<>();
    for (SocketChannel client : clients) {
      long bytes = 0;
      try {
        for (int count = 0; count >= 0; count = client.read(piece.clear())) {
          bytes += count;
        }
      } catch (IOException reset) {
        counts.add(bytes);
        continue;
      }
      counts.add(bytes);
    }
    return counts;
  }

  @Override
  public void close() throws IOException {
    for (SocketChannel client : clients) {
      client.close();
    }
  }
}
