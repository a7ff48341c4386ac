package io.albspec.steps.world;

import io.albspec.fixtures.client.Response;
import io.albspec.steps.clock.Await;
import io.albspec.steps.clock.Budgets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The responses clients get, waited for. */
public final class Responses {

  private static final Duration LOOK = Duration.ofMillis(10);
  private static final Duration MARGIN = Duration.ofSeconds(10);

  private final Sut sut;
  private final Clients clients;
  private final Balancers balancers;

  /** Those that these clients get. */
  public Responses(Sut sut, Clients clients, Balancers balancers) {
    this.sut = sut;
    this.clients = clients;
    this.balancers = balancers;
  }

  /** Waits for the answer to the newest request on a connection, or its end. */
  public void await(ClientConnection connection) {
    arrived(connection, newest(connection));
  }

  /** Gives what the newest connection expects the real time it needs to come, and no more. */
  public void expected() {
    if (clients.haveConnected() && clients.newest().expected() > 0) {
      ClientConnection connection = clients.newest();
      sut.await()
          .happens(
              Budgets.RESPONSE.lasting(Duration.ZERO),
              () -> hasArrived(connection, connection.expected()));
    }
  }

  /**
   * The final response with that number on the newest connection, counted from 1; the newest
   * expected one if empty.
   *
   * @throws AssertionError if it does not come
   */
  public Response get(Optional<Integer> number) {
    ClientConnection connection = clients.newest();
    int wanted = number.orElseGet(() -> newest(connection));
    arrived(connection, wanted);
    return connection.response(wanted).orElseThrow(() -> missing(connection, wanted));
  }

  private static AssertionError missing(ClientConnection connection, int wanted) {
    return new AssertionError(
        "response %d has not come; the connection is %s and got %s%s"
            .formatted(
                wanted,
                connection.isClosed() ? "closed" : "open",
                connection.receivedCount() == 0 ? "nothing" : "\n" + connection.transcript(),
                connection.trouble().isEmpty() ? "" : "\n" + connection.trouble()));
  }

  /** What a response answers: path and query of its request; empty if it is not known. */
  public Optional<String> target(Optional<Integer> number) {
    ClientConnection connection = clients.newest();
    int wanted = number.orElseGet(() -> newest(connection));
    return connection.target(wanted);
  }

  /** Waits until so many final responses have come, on whatever connections. */
  public boolean haveCome(int count) {
    return sut.await()
        .happens(
            Budgets.RESPONSE.lasting(Duration.ZERO),
            () -> clients.arrived(Duration.ofMillis(1)) >= count);
  }

  /** How many bytes follow a response that do not begin another one. */
  public long strayBytes(Optional<Integer> number) {
    ClientConnection connection = clients.newest();
    List<Response> following =
        connection.responses().stream().skip(number.orElseGet(() -> newest(connection))).toList();
    if (following.isEmpty()) {
      sut.await().stays(Budgets.QUIET, () -> connection.strayBytes() == 0);
      return connection.strayBytes();
    }
    return 0;
  }

  /** Whether the newest connection has got no final response and gets none in the quiet budget. */
  public boolean noneHasCome() {
    ClientConnection connection = clients.newest();
    int expected = newest(connection);
    return sut.await().stays(Budgets.QUIET, () -> !hasCome(connection, expected));
  }

  /** Whether an interim response with a status comes before any final one. */
  public boolean interim(int status) {
    ClientConnection connection = clients.newest();
    return sut.await()
        .happens(
            Budgets.RESPONSE.lasting(Duration.ZERO),
            () -> {
              connection.receiveInterim(LOOK);
              return connection.interim().stream().anyMatch(each -> each.status() == status);
            });
  }

  /** Whether the balancer closes the newest connection in the middle of a response. */
  public boolean isCutOff() {
    ClientConnection connection = clients.newest();
    int wanted = newest(connection);
    arrived(connection, wanted);
    return connection.isCutOff(wanted);
  }

  /** Whether exactly these bytes come on the newest connection after its responses. */
  public boolean bytesFollow(byte[] bytes) {
    ClientConnection connection = clients.newest();
    arrived(connection, newest(connection));
    sut.await()
        .happens(
            Budgets.RESPONSE.lasting(Duration.ZERO),
            () -> connection.isClosed() || connection.strayBytes() >= bytes.length);
    return Arrays.equals(connection.unread(), bytes);
  }

  /** The number of the newest request if none is given. */
  public int number(Optional<Integer> number) {
    return number.orElseGet(() -> newest(clients.newest()));
  }

  private static int newest(ClientConnection connection) {
    return Math.max(1, connection.expected());
  }

  private void arrived(ClientConnection connection, int number) {
    Await await = sut.await();
    boolean soon =
        await.happens(
            Budgets.RESPONSE.lasting(Duration.ZERO), () -> hasArrived(connection, number));
    if (!soon) {
      Duration patience = balancers.idleTimeout().plus(MARGIN);
      await.happens(Budgets.RESPONSE.lasting(patience), () -> hasArrived(connection, number));
    }
  }

  private static boolean hasArrived(ClientConnection connection, int number) {
    return hasCome(connection, number) || connection.isOver(number);
  }

  private static boolean hasCome(ClientConnection connection, int number) {
    connection.receive(LOOK);
    return connection.response(number).isPresent();
  }
}
