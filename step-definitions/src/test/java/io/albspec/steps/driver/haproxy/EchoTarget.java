package io.albspec.steps.driver.haproxy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.albspec.proxy.control.TargetConfig;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A target that answers with its name and the head of the request it got. Health checks ask for
 * {@code /health} and get the status that was set last; a request for {@code /slow} waits until it
 * is released.
 */
final class EchoTarget implements AutoCloseable {

  private final String name;
  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final CountDownLatch slowBegan = new CountDownLatch(1);
  private final CountDownLatch slowReleased = new CountDownLatch(1);
  private volatile int health = 200;

  EchoTarget(String name) throws IOException {
    this.name = name;
    this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::echo);
    server.setExecutor(threads);
    server.start();
  }

  int port() {
    return server.getAddress().getPort();
  }

  TargetConfig target() {
    return Groups.target(port());
  }

  void health(int status) {
    health = status;
  }

  void awaitSlow() throws InterruptedException {
    slowBegan.await();
  }

  void releaseSlow() {
    slowReleased.countDown();
  }

  @Override
  public void close() {
    slowReleased.countDown();
    server.stop(0);
    threads.shutdownNow();
  }

  private void echo(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    if (path.equals("/slow")) {
      slowBegan.countDown();
      awaitRelease();
    }
    StringBuilder body = new StringBuilder(name + "\n" + exchange.getRequestURI() + "\n");
    exchange
        .getRequestHeaders()
        .forEach((key, values) -> values.forEach(value -> line(body, key, value)));
    byte[] bytes = body.toString().getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(path.equals("/health") ? health : 200, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private static void line(StringBuilder body, String key, String value) {
    body.append(key).append(": ").append(value).append('\n');
  }

  private void awaitRelease() throws IOException {
    try {
      slowReleased.await();
    } catch (InterruptedException e) {
      throw new IOException("closed", e);
    }
  }
}
