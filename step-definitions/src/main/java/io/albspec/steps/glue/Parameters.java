package io.albspec.steps.glue;

import io.albspec.steps.world.Bytes;
import io.albspec.steps.world.Names;
import io.cucumber.java.ParameterType;

/** What the steps take: strings with the run-time names in them replaced, and whole numbers. */
public final class Parameters {

  private final Names names;

  /** Replaces names as this scenario knows them. */
  public Parameters(Names names) {
    this.names = names;
  }

  /** A quoted string, with its escapes replaced too. */
  @ParameterType("\"([^\"]*)\"")
  public String s(String text) {
    return Bytes.unescaped(names.in(text));
  }

  /** A whole number. */
  @ParameterType("\\d+")
  public int n(String digits) {
    return Integer.parseInt(digits);
  }
}
