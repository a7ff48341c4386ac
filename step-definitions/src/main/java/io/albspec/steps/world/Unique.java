package io.albspec.steps.world;

import java.math.BigInteger;
import java.security.SecureRandom;

/** Eight letters or digits that no other scenario has. */
public final class Unique {

  private static final int LENGTH = 8;
  private static final int RADIX = 36;
  private static final int BITS = 41;

  private final String text;

  /** Draws them. */
  public Unique() {
    String digits = new BigInteger(BITS, new SecureRandom()).toString(RADIX);
    this.text = "0".repeat(LENGTH - digits.length()) + digits;
  }

  /** The letters and digits. */
  public String text() {
    return text;
  }
}
