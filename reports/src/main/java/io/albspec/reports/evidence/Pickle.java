package io.albspec.reports.evidence;

import io.albspec.reports.evidence.StepRun.Position;
import java.util.List;
import java.util.Map;

/**
 * A scenario as planned: one row of an outline.
 *
 * @param steps by their ids
 */
record Pickle(Place place, String name, List<String> tags, Map<String, PlannedStep> steps) {

  /** A step before it runs. */
  record PlannedStep(Position position, String text) {}
}
