package io.albspec.reports.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import io.albspec.reports.evidence.Pickle.PlannedStep;
import io.albspec.reports.evidence.StepRun.Position;
import java.util.HashMap;
import java.util.Map;

/**
 * A scenario with the hooks around it.
 *
 * @param steps by the ids they have here
 */
record PlannedCase(Pickle pickle, Map<String, PlannedStep> steps) {

  static PlannedCase of(Pickle pickle, JsonNode testCase) {
    Map<String, PlannedStep> steps = new HashMap<>();
    Position hook = Position.BEFORE;
    for (JsonNode step : testCase.path("testSteps")) {
      String id = Field.text(step, "id");
      if (step.hasNonNull("pickleStepId")) {
        steps.put(id, Field.known(pickle.steps(), Field.text(step, "pickleStepId"), "step"));
        hook = Position.AFTER;
      } else {
        steps.put(id, new PlannedStep(hook, ""));
      }
    }
    return new PlannedCase(pickle, steps);
  }
}
