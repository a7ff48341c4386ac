package io.albspec.proxy.health;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A target that answers health checks as it is told and keeps what it was asked. */
final class CheckedServer implements AutoCloseable {

  private static final String FAILURE = "HTTP/1.1 500 Whatever\r\nContent-Length: 0\r\n\r\n";
  private static final long BUDGET_SECONDS = 10;

  private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  private final BlockingQueue<String> requests = new LinkedBlockingQueue<>();
  private final BlockingQueue<Integer> ends = new LinkedBlockingQueue<>();
  private final Set<InetAddress> clients = ConcurrentHashMap.newKeySet();
  private final Set<InetAddress> unwelcome = ConcurrentHashMap.newKeySet();
  private volatile String response = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";

  CheckedServer() throws IOException {
    new Thread(this::serve, "checked-server").start();
  }

  int port() {
    return server.getLocalPort();
  }

  /** Answers with these bytes from now on, or never if there are none. */
  void answers(String bytes) {
    response = bytes;
  }

  /** Answers with that status from now on. */
  void answers(int status) {
    answers("HTTP/1.1 " + status + " Whatever\r\nContent-Length: 0\r\n\r\n");
  }

  /** Answers clients of that address with status 500 from now on. */
  void fails(InetAddress client) {
    unwelcome.add(client);
  }

  /** Where checks have come from. */
  Set<InetAddress> clients() {
    return Set.copyOf(clients);
  }

  /** The head of the next request. */
  String request() throws InterruptedException {
    String request = requests.poll(BUDGET_SECONDS, TimeUnit.SECONDS);
    if (request == null) {
      throw new AssertionError("no health check came");
    }
    return request;
  }

  /** How many requests came that nobody has asked for yet. */
  int requestsWaiting() {
    return requests.size();
  }

  /** What was read when the connection of a check had been answered: -1 for its end. */
  int afterAnswer() throws InterruptedException {
    Integer end = ends.poll(BUDGET_SECONDS, TimeUnit.SECONDS);
    if (end == null) {
      throw new AssertionError("the connection was not closed");
    }
    return end;
  }

  private void serve() {
    while (!server.isClosed()) {
      try (Socket socket = server.accept()) {
        answer(socket);
      } catch (IOException e) {
        ends.add(Integer.MIN_VALUE);
      }
    }
  }

  private void answer(Socket socket) throws IOException {
    BufferedReader in =
        new BufferedReader(
            new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
    StringBuilder head = new StringBuilder();
    for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
      head.append(line).append('\n');
    }
    clients.add(socket.getInetAddress());
    requests.add(head.toString());
    boolean welcome = !unwelcome.contains(socket.getInetAddress());
    socket
        .getOutputStream()
        .write((welcome ? response : FAILURE).getBytes(StandardCharsets.ISO_8859_1));
    ends.add(in.read());
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
