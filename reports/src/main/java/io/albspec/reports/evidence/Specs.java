package io.albspec.reports.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import io.albspec.reports.evidence.Pickle.PlannedStep;
import io.albspec.reports.evidence.StepRun.Position;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The scenarios that the messages tell of, whether they run or not. */
final class Specs {

  private final Map<String, Integer> lines = new HashMap<>();
  private final Map<String, Integer> rows = new HashMap<>();
  private final Map<String, Pickle> pickles = new HashMap<>();

  /** Remembers at which lines of its file the scenarios begin. */
  void document(JsonNode document) {
    children(document.path("feature"));
  }

  private void children(JsonNode parent) {
    for (JsonNode child : parent.path("children")) {
      JsonNode scenario = child.path("scenario");
      if (scenario.isObject()) {
        lines.put(Field.text(scenario, "id"), scenario.at("/location/line").intValue());
      }
      children(child.path("rule"));
    }
  }

  void pickle(JsonNode pickle) {
    String scenario = pickle.at("/astNodeIds/0").asText();
    int line = Field.known(lines, scenario, "scenario");
    int row = rows.merge(scenario, 1, Integer::sum);
    Place place = new Place(Place.inSpecs(Field.text(pickle, "uri")), line, row);
    List<String> tags = new ArrayList<>();
    pickle.path("tags").forEach(tag -> tags.add(Field.text(tag, "name")));
    pickles.put(
        Field.text(pickle, "id"),
        new Pickle(place, Field.text(pickle, "name"), tags, steps(pickle.path("steps"))));
  }

  Pickle pickle(String id) {
    return Field.known(pickles, id, "pickle");
  }

  private static Map<String, PlannedStep> steps(JsonNode steps) {
    Map<String, PlannedStep> planned = new HashMap<>();
    Position position = Position.GIVEN;
    for (JsonNode step : steps) {
      position = position(step.path("type").asText(), position);
      planned.put(Field.text(step, "id"), new PlannedStep(position, Field.text(step, "text")));
    }
    return planned;
  }

  private static Position position(String type, Position before) {
    return switch (type) {
      case "Context" -> Position.GIVEN;
      case "Action" -> Position.WHEN;
      case "Outcome" -> Position.THEN;
      default -> before;
    };
  }
}
