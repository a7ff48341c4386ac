package io.albspec.steps.run;

import java.io.IOException;

/** Whether somebody watches what is written. */
final class Terminal {

  private Terminal() {}

  /** Whether standard error goes to a terminal; POSIX's {@code test} knows. */
  static boolean isStandardError() {
    try {
      return new ProcessBuilder("test", "-t", "2").inheritIO().start().waitFor() == 0;
    } catch (IOException noSuchProgram) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
