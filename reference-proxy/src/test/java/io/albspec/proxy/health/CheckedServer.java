package io.albspec.proxy.health;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A target that answers health checks as it is told and keeps what it was asked. */
final class CheckedServer implements AutoCloseable {

  private static final long BUDGET_SECONDS = 10;

  private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  private final BlockingQueue<String> requests = new LinkedBlockingQueue<>();
  private final BlockingQueue<Integer> ends = new LinkedBlockingQueue<>();
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
    requests.add(head.toString());
    socket.getOutputStream().write(response.getBytes(StandardCharsets.ISO_8859_1));
    ends.add(in.read());
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
