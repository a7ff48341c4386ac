package io.albspec.reports.verdict;

import static java.util.stream.Collectors.toUnmodifiableSet;

import io.albspec.features.Requirement;
import io.albspec.reports.evidence.Evidence;
import io.albspec.reports.evidence.MalformedEvidenceException;
import io.albspec.reports.evidence.Run;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Everything that reports show: a pure function of the evidence and the specs. */
public final class Assessment {

  private final Specification specification;
  private final Evidence evidence;
  private final List<ScenarioResult> scenarios;
  private final Map<String, RequirementResult> requirements;
  private final Certification certification;

  private Assessment(Specification specification, Evidence evidence) {
    this.specification = specification;
    this.evidence = evidence;
    this.scenarios = ScenarioResults.of(evidence.scenarios(), specification.features());
    this.requirements = results();
    this.certification = Certification.of(evidence.run(), requirementsInScope());
  }

  /**
   * Judges a run.
   *
   * @throws MalformedEvidenceException if the run was judged by another catalogue, or shows a
   *     requirement that is not in it
   */
  public static Assessment of(Evidence evidence, Specification specification) {
    String expected = specification.catalogue().sha256();
    if (!evidence.run().catalogue().equals(expected)) {
      throw new MalformedEvidenceException(
          "run.json, field catalogue.sha256",
          "the run knew the catalogue %s, this is %s"
              .formatted(evidence.run().catalogue(), expected));
    }
    return new Assessment(specification, evidence);
  }

  private Map<String, RequirementResult> results() {
    Map<String, List<ScenarioResult>> showing = new HashMap<>();
    for (ScenarioResult scenario : scenarios) {
      for (String id : scenario.requirements()) {
        if (specification.catalogue().find(id).isEmpty()) {
          throw new MalformedEvidenceException(
              scenario.place().toString(),
              "names the requirement " + id + ", which is not in the catalogue");
        }
        showing.computeIfAbsent(id, key -> new ArrayList<>()).add(scenario);
      }
    }
    Map<String, RequirementResult> results = new LinkedHashMap<>();
    specification.catalogue().requirements().stream()
        .sorted(Comparator.comparing(Requirement::line).thenComparing(Requirement::id))
        .map(each -> RequirementResult.of(each, showing.getOrDefault(each.id(), List.of())))
        .forEach(result -> results.put(result.id(), result));
    return results;
  }

  /** What was run. */
  public Run run() {
    return evidence.run();
  }

  /** SHA-256 of the messages, in hexadecimal. */
  public String evidenceSha256() {
    return evidence.sha256();
  }

  /** What it is judged by. */
  public Specification specification() {
    return specification;
  }

  /** All scenarios, those that did not run included, in the order of their places. */
  public List<ScenarioResult> scenarios() {
    return scenarios;
  }

  /** All requirements in the order of the guide. */
  public List<RequirementResult> requirements() {
    return List.copyOf(requirements.values());
  }

  /** Those that count, in the order of the guide. */
  public List<RequirementResult> requirementsInScope() {
    return requirements.values().stream().filter(RequirementResult::inScope).toList();
  }

  /** The result on one requirement. */
  public Optional<RequirementResult> requirement(String id) {
    return Optional.ofNullable(requirements.get(id));
  }

  /** Names of the chapters that have requirements. */
  public Set<String> chapters() {
    return requirements.values().stream()
        .map(result -> result.requirement().chapter())
        .collect(toUnmodifiableSet());
  }

  /** What the run says of the system. */
  public Certification certification() {
    return certification;
  }
}
