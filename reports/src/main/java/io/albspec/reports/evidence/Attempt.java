package io.albspec.reports.evidence;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * One go at a scenario.
 *
 * @param line of the messages where it begins
 * @param took how long it lasted; zero if it never ended
 * @param finished whether it came to its end
 * @param steps that were reached, hooks among them, in order
 * @param exhibits what it attached; empty if it passed
 */
public record Attempt(
    int line, Duration took, boolean finished, List<StepRun> steps, List<Exhibit> exhibits) {

  /** Copies the lists. */
  public Attempt {
    steps = List.copyOf(steps);
    exhibits = List.copyOf(exhibits);
  }

  /** The first step that did not pass: it decides. */
  public Optional<StepRun> stumble() {
    return steps.stream().filter(step -> step.status() != StepRun.Status.PASSED).findFirst();
  }

  /** The same attempt without the texts it attached. */
  Attempt emptied() {
    return new Attempt(
        line, took, finished, steps, exhibits.stream().map(Exhibit::emptied).toList());
  }

  /** How many characters of attachments it keeps. */
  int attached() {
    return exhibits.stream().mapToInt(exhibit -> exhibit.body().length()).sum();
  }
}
