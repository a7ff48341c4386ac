package io.albspec.proxy.worker;

import java.util.function.BooleanSupplier;

/**
 * Does step after step while there is something to do. A call from within a step, such as out of a
 * write that was completed at once, returns immediately: the loop around it goes on. So a chain of
 * completions never grows the stack.
 */
public final class Loop {

  private final BooleanSupplier step;
  private boolean running;

  /** Goes on as long as a step returns true. */
  public Loop(BooleanSupplier step) {
    this.step = step;
  }

  /** Goes on as far as possible. */
  public void run() {
    if (running) {
      return;
    }
    running = true;
    try {
      while (step.getAsBoolean()) {
        // goes on
      }
    } finally {
      running = false;
    }
  }
}
