package io.albspec.steps.world;

import io.albspec.fixtures.net.LoopbackAddress;
import io.albspec.steps.driver.Deployment;
import io.albspec.steps.verdict.Lack;
import io.albspec.steps.verdict.SetupException;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The instances of a scenario: targets that the surroundings know by an id. */
public final class Instances implements NameSource, AutoCloseable {

  private static final String ABILITY = "instances";
  private static final int HTTP = 80;
  private static final int RADIX = 36;
  private static final int DISTINCT = 100;

  private final Sut sut;
  private final Fleet fleet;
  private final Unique unique;
  private final Map<String, String> ids = new LinkedHashMap<>();
  private final List<LoopbackAddress> addresses = new ArrayList<>();

  /** Instances whose web servers join that fleet. */
  public Instances(Sut sut, Fleet fleet, Unique unique) {
    this.sut = sut;
    this.fleet = fleet;
    this.unique = unique;
  }

  /** Starts so many, in different zones, each with a web server on port 80. */
  public void start(int count) {
    for (int number = 1; number <= count; number++) {
      String name = "instance-" + number;
      fleet.start(name, lease().address(), HTTP);
      place(name, (number - 1) % sut.deployment().surroundings().zones().size());
    }
  }

  private LoopbackAddress lease() {
    try {
      LoopbackAddress address = LoopbackAddress.lease();
      addresses.add(address);
      return address;
    } catch (SocketException e) {
      throw new SetupException("there is no address for an instance", e);
    }
  }

  /** The id of the instance that a target is; it becomes one if it was none. */
  public String id(String target) {
    if (!ids.containsKey(target)) {
      place(target, 0);
    }
    return ids.get(target);
  }

  /** Puts the instance that a target is into a state, such as {@code stopped}. */
  public void state(String target, String state) {
    sut.deployment().instanceState(id(target), state);
  }

  private void place(String target, int zone) {
    sut.driver().lacks(ABILITY).ifPresent(this::stop);
    Deployment deployment = sut.deployment();
    long number = Long.parseLong(unique.text(), RADIX) * DISTINCT + ids.size();
    String id = "i-%017x".formatted(number);
    deployment.instance(
        id, fleet.member(target).address(), deployment.surroundings().zones().get(zone));
    ids.put(target, id);
  }

  private void stop(Lack lack) {
    throw lack.abort(ABILITY);
  }

  @Override
  public Optional<String> value(String name) {
    return Optional.ofNullable(ids.get(name));
  }

  @Override
  public void close() {
    addresses.forEach(LoopbackAddress::close);
  }
}
