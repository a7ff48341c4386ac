package io.albspec.reports.certificate;

import io.albspec.reports.verdict.Assessment;
import io.albspec.reports.verdict.RequirementResult;
import io.albspec.reports.verdict.ScenarioResult;
import java.util.Map;
import java.util.TreeMap;

/** Which scenarios show a requirement, which requirements a scenario shows, and the verdicts. */
public final class TraceabilityJson {

  /** The file it is kept in. */
  public static final String FILE = "traceability.json";

  private TraceabilityJson() {}

  /** The bytes of the file. */
  public static byte[] write(Assessment assessment) {
    Map<String, Object> requirements = new TreeMap<>();
    assessment.requirements().forEach(result -> requirements.put(result.id(), requirement(result)));
    Map<String, Object> scenarios = new TreeMap<>();
    assessment
        .scenarios()
        .forEach(result -> scenarios.put(result.place().toString(), scenario(result)));
    return CanonicalJson.write(
        Map.of(
            "schema",
            "albspec/traceability/1",
            "requirements",
            requirements,
            "scenarios",
            scenarios));
  }

  private static Map<String, Object> requirement(RequirementResult result) {
    return Map.of(
        "line", result.requirement().line(),
        "section", result.requirement().section(),
        "verdict", result.inScope() ? result.verdict().key() : "awsOnly",
        "scenarios", result.scenarios().stream().map(each -> each.place().toString()).toList());
  }

  private static Map<String, Object> scenario(ScenarioResult result) {
    return Map.of(
        "name", result.name(),
        "verdict", result.verdict().key(),
        "requirements", result.requirements());
  }
}
