package io.albspec.load.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.albspec.load.accounting.Accounting;
import io.albspec.load.accounting.Check;
import io.albspec.load.accounting.Finding;
import io.albspec.load.accounting.Latencies;
import io.albspec.load.accounting.PhaseAccount;
import java.io.IOException;
import java.nio.file.Path;

/** The accounting for programs: {@code accounting.json}, schema {@code albspec/load/1}. */
public final class JsonReport {

  private static final ObjectMapper MAPPER =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private JsonReport() {}

  /** Writes the file. */
  public static void write(Run run, Path file) throws IOException {
    MAPPER.writeValue(file.toFile(), of(run));
  }

  private static ObjectNode of(Run run) {
    Accounting accounting = run.accounting();
    ObjectNode root = MAPPER.createObjectNode();
    root.put("schema", "albspec/load/1");
    root.put("holds", accounting.holds());
    root.put("started", run.started().toString());
    root.put("system", run.system());
    root.put("usersPerSecond", run.traffic().usersPerSecond());
    root.put("secondsPerPhase", run.traffic().phase().toSeconds());
    root.put("seed", run.traffic().seed());
    root.put("command", run.command());
    root.put("gatling", run.gatling().toString());
    root.put("accessLog", accounting.logged());
    ArrayNode phases = root.putArray("phases");
    accounting.phases().forEach(each -> phase(each, phases.addObject()));
    ArrayNode checks = root.putArray("checks");
    accounting.checks().forEach(each -> check(each, checks.addObject()));
    ArrayNode findings = root.putArray("findings");
    accounting.findings().forEach(each -> finding(each, findings.addObject()));
    ArrayNode answersLost = root.putArray("answersLost");
    accounting.answersLost().forEach(answersLost::add);
    return root;
  }

  private static void phase(PhaseAccount account, ObjectNode out) {
    out.put("phase", account.phase().title());
    out.put("sent", account.sent());
    ObjectNode answered = out.putObject("answered");
    account.answered().forEach(answered::put);
    out.put("unanswered", account.unanswered());
    out.put("logged", account.logged());
    out.put("received", account.received());
    out.put("answersLost", account.answersLost());
    out.put("lost", account.lost());
    out.put("doubled", account.doubled());
    Latencies latencies = account.latencies();
    ObjectNode micros = out.putObject("latencyMicros");
    micros.put("p50", latencies.p50()).put("p90", latencies.p90());
    micros.put("p99", latencies.p99()).put("max", latencies.max());
  }

  private static void check(Check check, ObjectNode out) {
    out.put("statement", check.statement());
    out.put("result", check.result().name());
    out.put("observed", check.observed());
  }

  private static void finding(Finding finding, ObjectNode out) {
    out.put("discrepancy", finding.discrepancy().name());
    out.put("phase", finding.phase().title());
    out.put("id", finding.id());
    out.put("detail", finding.detail());
  }
}
