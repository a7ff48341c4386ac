package io.albspec.steps.run;

import java.util.Properties;

/**
 * How a run was asked for, apart from the system it tests.
 *
 * @param filter a tag expression, empty if everything runs
 * @param command the command that repeats it
 * @param parallelism how many scenarios run at a time
 */
record RunSettings(String filter, String command, int parallelism) {

  private static final String FILTER = "albspec.only";
  private static final String COMMAND = "albspec.command";
  private static final String PARALLELISM = "albspec.parallel";
  static final int DEFAULT_PARALLELISM = 4;

  static RunSettings from(Properties properties) {
    return new RunSettings(
        properties.getProperty(FILTER, ""),
        properties.getProperty(COMMAND, "mvn verify"),
        Integer.parseInt(
            properties.getProperty(PARALLELISM, Integer.toString(DEFAULT_PARALLELISM))));
  }

  void into(Properties properties) {
    properties.setProperty(FILTER, filter);
    properties.setProperty(COMMAND, command);
    properties.setProperty(PARALLELISM, Integer.toString(parallelism));
  }
}
