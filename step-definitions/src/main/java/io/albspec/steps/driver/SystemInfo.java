package io.albspec.steps.driver;

/**
 * What a run tested.
 *
 * @param vendor who makes it
 * @param product its name
 * @param version its version, or "unknown"
 * @param driver the driver's name, as {@code --against} takes it
 * @param time the kind of its clock
 */
public record SystemInfo(
    String vendor, String product, String version, String driver, String time) {}
