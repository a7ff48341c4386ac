package io.albspec.steps.driver.haproxy;

import org.junit.jupiter.api.Assumptions;

/** The haproxy of this machine. */
final class InstalledHaproxy {

  private InstalledHaproxy() {}

  /** The binary; a test that asks for it is skipped, and says so, where there is none. */
  static HaproxyBinary orSkip() {
    try {
      return HaproxyBinary.at(HaproxyBinary.INSTALLED);
    } catch (HaproxyUnavailableException e) {
      System.err.println("SKIPPED, a test against the real HAProxy: " + e.getMessage());
      return Assumptions.abort(e.getMessage());
    }
  }
}
