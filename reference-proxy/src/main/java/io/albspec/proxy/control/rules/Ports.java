package io.albspec.proxy.control.rules;

import java.util.regex.Pattern;

/** Port numbers as text. */
public final class Ports {

  private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,4}");

  private Ports() {}

  /** Whether a text is a port from 1 to 65535. */
  public static boolean isPort(String text) {
    return NUMBER.matcher(text).matches() && Integer.parseInt(text) <= 65535;
  }
}
