package io.albspec.steps.world;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.albspec.fixtures.target.ReceivedRequest;
import io.albspec.steps.clock.Budgets;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/** What targets have received of clients' requests, waited for. */
public final class Receipts {

  private final Sut sut;
  private final Fleet fleet;
  private final Clients clients;

  /** What these targets get of these clients. */
  public Receipts(Sut sut, Fleet fleet, Clients clients) {
    this.sut = sut;
    this.fleet = fleet;
    this.clients = clients;
  }

  /** Whether a target receives so many requests in all within the budget. */
  public boolean comes(FleetMember target, int count) {
    return sut.await().happens(Budgets.REQUEST, () -> target.requests().size() >= count);
  }

  /** The requests of a target, once there are so many and no more come for a while. */
  public List<ReceivedRequest> all(FleetMember target, int expected) {
    comes(target, expected);
    sut.await().stays(Budgets.QUIET, () -> target.requests().size() == expected);
    return target.requests();
  }

  /** Those that came to this port of its, once there are so many and no more come for a while. */
  public List<ReceivedRequest> atPort(FleetMember target, int port, int expected) {
    sut.await().happens(Budgets.REQUEST, () -> cameTo(port, target).size() >= expected);
    sut.await().stays(Budgets.QUIET, () -> cameTo(port, target).size() == expected);
    return cameTo(port, target);
  }

  private static List<ReceivedRequest> cameTo(int port, FleetMember target) {
    return target.requests().stream()
        .filter(request -> request.origin().local().getPort() == port)
        .toList();
  }

  /**
   * The newest request of a target.
   *
   * @throws AssertionError if none comes
   */
  public ReceivedRequest newest(FleetMember target) {
    if (!comes(target, 1)) {
      throw new AssertionError(target.name() + " has received no request");
    }
    List<ReceivedRequest> all = target.requests();
    return all.get(all.size() - 1);
  }

  /** Whether no request with a request target comes to a target in the quiet budget. */
  public boolean noneFor(FleetMember target, String path) {
    return sut.await()
        .stays(
            Budgets.QUIET,
            () -> target.requests().stream().noneMatch(each -> each.target().equals(path)));
  }

  /** What comes to a target on upgraded connections, once there are so many bytes of it. */
  public String bytes(FleetMember target, int expected) {
    sut.await().happens(Budgets.REQUEST, () -> target.wire().received().length >= expected);
    return new String(target.wire().received(), ISO_8859_1);
  }

  /** The names of the targets that the requests of a scenario went to, in the order of arrival. */
  public List<String> sequence(List<String> targets) {
    record Arrival(Instant at, String target) {}
    return targets.stream()
        .map(fleet::member)
        .flatMap(
            member ->
                member.requests().stream().map(request -> new Arrival(request.at(), member.name())))
        .sorted(Comparator.comparing(Arrival::at))
        .map(Arrival::target)
        .toList();
  }

  /** The same, once there are so many and no more come for a while. */
  public List<String> sequenceOf(List<String> targets, int expected) {
    sut.await().happens(Budgets.REQUEST, () -> sequence(targets).size() >= expected);
    sut.await().stays(Budgets.QUIET, () -> sequence(targets).size() == expected);
    return sequence(targets);
  }

  /** How many bytes the newest upload had. */
  public int uploaded() {
    return clients.uploaded();
  }

  /** Whether the balancer ends the connection that a target's newest request came on. */
  public boolean connectionEnds(FleetMember target) {
    ReceivedRequest request = newest(target);
    return sut.await().happens(Budgets.CLOSED, () -> target.wasLeft(request));
  }
}
