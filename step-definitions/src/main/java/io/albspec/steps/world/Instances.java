package io.albspec.steps.world;

import io.albspec.steps.driver.Deployment;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** The instances of a scenario: targets that the surroundings know by an id. */
public final class Instances implements NameSource {

  private static final int HTTP = 80;
  private static final int FIRST_HOST = 10;
  private static final int LAST_HOST = 250;
  private static final int RADIX = 36;
  private static final int DISTINCT = 100;

  private final Sut sut;
  private final Fleet fleet;
  private final Unique unique;
  private final Map<String, String> ids = new LinkedHashMap<>();

  /** Instances whose web servers join that fleet. */
  public Instances(Sut sut, Fleet fleet, Unique unique) {
    this.sut = sut;
    this.fleet = fleet;
    this.unique = unique;
  }

  /** Starts so many, in different zones, each with a web server on port 80. */
  public void start(int count) {
    for (int number = 1; number <= count; number++) {
      start("instance-" + number, number);
    }
  }

  private void start(String name, int number) {
    int zone = (number - 1) % sut.deployment().surroundings().zones().size();
    int host = RandomGenerator.getDefault().nextInt(FIRST_HOST, LAST_HOST);
    fleet.start(name, "127.1.%d.%d".formatted(zone + 1, host), HTTP);
    place(name, zone);
  }

  /** The id of the instance that a target is; it becomes one if it was none. */
  public String id(String target) {
    if (!ids.containsKey(target)) {
      place(target, 0);
    }
    return ids.get(target);
  }

  private void place(String target, int zone) {
    Deployment deployment = sut.deployment();
    long number = Long.parseLong(unique.text(), RADIX) * DISTINCT + ids.size();
    String id = "i-%017x".formatted(number);
    deployment.instance(
        id, fleet.member(target).address(), deployment.surroundings().zones().get(zone));
    ids.put(target, id);
  }

  @Override
  public Optional<String> value(String name) {
    return Optional.ofNullable(ids.get(name));
  }
}
