package io.albspec.steps.world;

import io.albspec.steps.clock.Await;
import io.albspec.steps.clock.Clock;
import io.albspec.steps.driver.Deployment;
import io.albspec.steps.driver.Driver;
import io.albspec.steps.driver.Drivers;
import io.albspec.steps.driver.Selection;
import io.albspec.steps.driver.Surroundings;
import io.albspec.steps.verdict.NotRunException;
import io.albspec.steps.verdict.Watchdog;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The system under test of one scenario. It is started when it is first needed. */
public final class Sut implements NameSource, AutoCloseable {

  private final Driver driver = Drivers.of(Selection.from(System.getProperties()));
  private final Watchdog watchdog;
  private final Map<String, Integer> quotas = new LinkedHashMap<>();
  private Optional<Deployment> deployment = Optional.empty();

  /** A system that has not been started; what is waited for it the watchdog allows. */
  public Sut(Watchdog watchdog) {
    this.watchdog = watchdog;
  }

  /** What puts the system there. */
  public Driver driver() {
    return driver;
  }

  /** Adjusts a quota of the system, which must not have been started. */
  public void adjust(String quota, int value) {
    if (deployment.isPresent()) {
      throw new IllegalStateException("a quota can be adjusted before anything else only");
    }
    quotas.put(quota, value);
  }

  /** The system, started if it was not. */
  public Deployment deployment() {
    if (deployment.isEmpty()) {
      deployment = Optional.of(driver.deploy(quotas));
    }
    return deployment.get();
  }

  /** The system, if it was started. */
  public Optional<Deployment> started() {
    return deployment;
  }

  /** The time the system lives in. */
  public Clock clock() {
    return deployment().clock();
  }

  /** Waits on the clock of the system. */
  public Await await() {
    return new Await(clock(), watchdog);
  }

  @Override
  public Optional<String> value(String name) {
    Surroundings all = deployment().surroundings();
    if (Surroundings.FURTHER.contains(name)) {
      return Optional.of(further(all, name));
    }
    return Optional.ofNullable(
        switch (name) {
          case "region" -> all.region();
          case "account" -> all.account();
          case "vpc" -> all.vpc();
          case "subnet-a" -> all.subnets().get(0);
          case "subnet-b" -> all.subnets().get(1);
          case "subnet-c" -> all.subnets().get(2);
          case "other-subnet-a" -> all.otherSubnet();
          case "security-group" -> all.securityGroup();
          case "zone-a" -> all.zones().get(0);
          case "zone-b" -> all.zones().get(1);
          case "zone-c" -> all.zones().get(2);
          default -> null;
        });
  }

  private static String further(Surroundings all, String name) {
    String id = all.further().get(name);
    if (id == null) {
      throw new NotRunException(name, "there is no such thing around the system under test");
    }
    return id;
  }

  @Override
  public void close() {
    deployment.ifPresent(Deployment::close);
  }
}
