package io.albspec.steps.driver;

import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/** The drivers by name: the one place where a driver is registered. */
public final class Drivers {

  private static final Map<String, Function<Selection, Driver>> BY_NAME =
      new TreeMap<>(
          Map.of(
              ReferenceDriver.NAME, selection -> new ReferenceDriver(),
              HaproxyDriver.NAME, selection -> new HaproxyDriver(),
              Elbv2Driver.NAME, Elbv2Driver::new));

  private Drivers() {}

  /** The names, in alphabetical order. */
  public static Set<String> names() {
    return Collections.unmodifiableSet(BY_NAME.keySet());
  }

  /**
   * The driver that was selected.
   *
   * @throws IllegalArgumentException if there is none of that name, or if it lacks a setting
   */
  public static Driver of(Selection selection) {
    Function<Selection, Driver> driver = BY_NAME.get(selection.against());
    if (driver == null) {
      throw new IllegalArgumentException(
          "no driver is called \"%s\"; there are: %s"
              .formatted(selection.against(), String.join(", ", BY_NAME.keySet())));
    }
    return driver.apply(selection);
  }
}
