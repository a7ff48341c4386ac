package io.albspec.steps.world;

import io.albspec.fixtures.client.PeerEnd;
import io.albspec.fixtures.http2.ErrorCode;
import io.albspec.fixtures.http2.Field;
import io.albspec.fixtures.http2.FieldEncoder;
import io.albspec.fixtures.http2.Frame;
import io.albspec.fixtures.http2.FrameType;
import io.albspec.fixtures.http2.GoAway;
import io.albspec.fixtures.http2.Http2Connection;
import io.albspec.fixtures.http2.Setting;
import io.albspec.steps.clock.Budgets;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The frames that go over client connections, apart from requests and responses. */
public final class Frames {

  private static final String HOST = "example.com";
  private static final Duration LOOK = Duration.ofMillis(10);

  private final Sut sut;
  private final Clients clients;
  private final Readiness readiness;

  /** Those of these clients. */
  public Frames(Sut sut, Clients clients, Readiness readiness) {
    this.sut = sut;
    this.clients = clients;
    this.readiness = readiness;
  }

  private interface Talking {
    void go(Http2Connection connection) throws IOException;
  }

  private void talk(Talking talking) {
    try {
      talking.go(connection());
    } catch (IOException e) {
      throw new UncheckedIOException("the connection is of no use", e);
    }
  }

  private Http2Connection connection() {
    return clients.newest().http2().connection();
  }

  /** Opens a connection. */
  public void open() {
    clients.openHttp2(0, HOST);
  }

  /** Sends a request of exactly these fields, and a body if there is one. */
  public void request(ClientConnection client, List<Field> fields, Optional<byte[]> body) {
    readiness.beforeTraffic();
    try {
      client.http2().ask(fields, body);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot send a request", e);
    }
  }

  /** Requests with a field of so many bytes that the head names once, and refers to again. */
  public void requestReferring(String path, int bytes, int references) {
    Field large = new Field("x-large", "x".repeat(bytes - "x-large".length()));
    byte[] head = FieldEncoder.encode(Field.request("GET", HOST, path), large, references);
    readiness.beforeTraffic();
    try {
      clients.newest().http2().ask(path, head);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot send a request", e);
    }
  }

  /** Resets the stream of the newest request. */
  public void takeBack() {
    int newest = clients.newest().expected();
    int stream = clients.newest().http2().stream(newest).id();
    talk(connection -> connection.send(Frame.reset(stream, ErrorCode.CANCEL)));
  }

  /** Makes the windows of streams so large, and makes them no larger; until that holds. */
  public void limit(int bytes) {
    long before = acknowledged();
    talk(
        connection ->
            connection
                .holdWindows()
                .send(Frame.settings(new Setting(Setting.INITIAL_WINDOW_SIZE, bytes))));
    if (!happens(() -> acknowledged() > before)) {
      throw new AssertionError("the settings are not acknowledged");
    }
  }

  private long acknowledged() {
    return connection().controlFrames().stream()
        .filter(each -> each.is(FrameType.SETTINGS) && each.has(Frame.ACK))
        .count();
  }

  /** Makes the windows larger, and keeps them up. */
  public void takeAll() {
    talk(Http2Connection::releaseWindows);
  }

  /** Waits until so many bytes of the body of a response have come. */
  public boolean haveCome(int bytes, int number) {
    Http2Speech http2 = clients.newest().http2();
    return happens(() -> http2.stream(number).bodyLength() >= bytes);
  }

  /** Sends frames of a kind, until so many have been sent or the balancer ends the connection. */
  public void flood(String kind, int count) {
    readiness.beforeTraffic();
    talk(connection -> new Flood(connection, kind).send(count));
  }

  /** Why the stream of the request with that number is reset; waits for that. */
  public Optional<String> resetReason(int number) {
    Http2Speech http2 = clients.newest().http2();
    happens(() -> http2.stream(number).resetReason().isPresent());
    return http2.stream(number).resetReason();
  }

  /** The newest announcement that the connection ends; waits for one. */
  public Optional<GoAway> goAway() {
    happens(() -> !connection().goAways().isEmpty());
    List<GoAway> all = connection().goAways();
    return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
  }

  /** Whether no such announcement comes. */
  public boolean noGoAway() {
    return sut.await()
        .stays(
            Budgets.QUIET,
            () -> {
              receive();
              return connection().goAways().isEmpty();
            });
  }

  /** Whether the balancer ends the TCP connection in order. */
  public boolean isFinished() {
    return sut.await()
        .happens(
            Budgets.CLOSED,
            () -> {
              receive();
              return connection().wire().end() == PeerEnd.FIN;
            });
  }

  /** A setting of the balancer, by its name in the standard; empty if it sends none of it. */
  public Optional<Integer> setting(String name) {
    int id =
        switch (name) {
          case "HEADER_TABLE_SIZE" -> Setting.HEADER_TABLE_SIZE;
          case "ENABLE_PUSH" -> Setting.ENABLE_PUSH;
          case "MAX_CONCURRENT_STREAMS" -> Setting.MAX_CONCURRENT_STREAMS;
          case "INITIAL_WINDOW_SIZE" -> Setting.INITIAL_WINDOW_SIZE;
          case "MAX_FRAME_SIZE" -> Setting.MAX_FRAME_SIZE;
          case "MAX_HEADER_LIST_SIZE" -> Setting.MAX_HEADER_LIST_SIZE;
          default -> throw new IllegalArgumentException("no setting: " + name);
        };
    happens(() -> connection().settings().containsKey(id));
    return Optional.ofNullable(connection().settings().get(id));
  }

  /** Whether anything has been pushed. */
  public boolean isPushed() {
    receive();
    return connection().controlFrames().stream().anyMatch(each -> each.is(FrameType.PUSH_PROMISE));
  }

  private interface Condition {
    boolean holds();
  }

  private boolean happens(Condition condition) {
    return sut.await()
        .happens(
            Budgets.CLOSED,
            () -> {
              receive();
              return condition.holds();
            });
  }

  private void receive() {
    talk(connection -> connection.await(each -> false, LOOK));
  }
}
