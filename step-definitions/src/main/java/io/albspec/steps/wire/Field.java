package io.albspec.steps.wire;

/** One header field as it was on the wire, spaces around the value taken off. */
public record Field(String name, String value) {

  boolean isNamed(String other) {
    return name.equalsIgnoreCase(other);
  }
}
