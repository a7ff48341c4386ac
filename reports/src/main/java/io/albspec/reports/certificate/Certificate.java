package io.albspec.reports.certificate;

import io.albspec.reports.evidence.Evidence;
import io.albspec.reports.evidence.Run;
import io.albspec.reports.evidence.TestedSystem;
import io.albspec.reports.verdict.Assessment;
import io.albspec.reports.verdict.RequirementResult;
import io.albspec.reports.verdict.Specification;
import io.albspec.reports.verdict.Tally;
import io.albspec.reports.verdict.Verdict;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What a run attests, for machines. It holds nothing but what evidence and specs say, so whoever
 * has them can compute it again and compare the bytes. A signature goes into a file beside it,
 * {@code certificate.sig}, over exactly these bytes.
 */
public final class Certificate {

  /** The file it is kept in. */
  public static final String FILE = "certificate.json";

  static final String SCHEMA = "albspec/certificate/1";

  private static final List<Verdict> ALWAYS =
      List.of(Verdict.PASSED, Verdict.FAILED, Verdict.UNSUPPORTED, Verdict.NOT_RUN, Verdict.ERROR);

  private final Assessment assessment;
  private final List<RequirementResult> results;

  private Certificate(Assessment assessment) {
    this.assessment = assessment;
    this.results = assessment.requirementsInScope();
  }

  /** The bytes of the certificate. */
  public static byte[] write(Assessment assessment) {
    return CanonicalJson.write(new Certificate(assessment).content());
  }

  private Map<String, Object> content() {
    Run run = assessment.run();
    Map<String, Object> content = new TreeMap<>();
    content.put("schema", SCHEMA);
    content.put("catalogue", catalogue());
    content.put("system", system(run.system()));
    content.put("environment", run.environment());
    content.put("filter", run.filter());
    content.put("command", run.command());
    content.put("result", assessment.certification().text());
    content.put("features", features());
    content.put("failing", list(result -> result.verdict().needsAttention(), this::failing));
    content.put("unsupported", list(is(Verdict.UNSUPPORTED), this::unsupported));
    content.put("notRun", list(is(Verdict.NOT_RUN), RequirementResult::id));
    content.put("verdicts", verdicts());
    content.put("evidence", evidence());
    content.put("started", run.started().toString());
    content.put("seconds", run.took().toSeconds());
    return content;
  }

  private Map<String, Object> catalogue() {
    Specification specification = assessment.specification();
    return Map.of(
        "version", specification.version(),
        "sha256", specification.catalogue().sha256(),
        "scenarios", specification.scenarios(),
        "requirements", specification.catalogue().requirements().size());
  }

  private static Map<String, Object> system(TestedSystem system) {
    return Map.of(
        "vendor", system.vendor(),
        "product", system.product(),
        "version", system.version(),
        "driver", system.driver());
  }

  private Map<String, Object> evidence() {
    return Map.of("file", Evidence.MESSAGES, "sha256", assessment.evidenceSha256());
  }

  private Map<String, Object> features() {
    Map<String, List<RequirementResult>> bySlug =
        results.stream().collect(Collectors.groupingBy(each -> each.requirement().feature()));
    Map<String, Object> features = new TreeMap<>();
    bySlug.forEach(
        (slug, all) ->
            features.put(slug, Map.of("core", level(all, true), "extended", level(all, false))));
    return features;
  }

  private static Map<String, Object> level(List<RequirementResult> all, boolean core) {
    Tally tally = Tally.of(all.stream().filter(result -> result.core() == core).toList());
    Map<String, Object> level = new TreeMap<>();
    level.put("result", tally.result());
    for (Verdict verdict : Verdict.values()) {
      if (ALWAYS.contains(verdict) || tally.of(verdict) > 0) {
        String key = verdict == Verdict.ERROR ? "errors" : verdict.key();
        level.put(key, tally.of(verdict));
      }
    }
    return level;
  }

  private Object failing(RequirementResult result) {
    return Map.of(
        "id", result.id(), "verdict", result.verdict().key(), "message", result.firstLine());
  }

  private Object unsupported(RequirementResult result) {
    return Map.of("id", result.id(), "reason", result.firstLine());
  }

  private Map<String, Object> verdicts() {
    Map<String, Object> verdicts = new TreeMap<>();
    results.forEach(result -> verdicts.put(result.id(), result.verdict().key()));
    return verdicts;
  }

  private List<Object> list(
      Predicate<RequirementResult> which, Function<RequirementResult, Object> entry) {
    return results.stream()
        .filter(which)
        .sorted((a, b) -> a.id().compareTo(b.id()))
        .map(entry)
        .toList();
  }

  private static Predicate<RequirementResult> is(Verdict verdict) {
    return result -> result.verdict() == verdict;
  }
}
