package io.albspec.steps.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.cucumber.java.Scenario;

/** Attaches to a scenario what a reader needs to understand why it did not pass. */
public final class Evidence {

  private static final String WIRE = "text/x.albspec.wire+plain";
  private static final String CONFIGURATION = "text/x.albspec.config+plain";
  private static final String UNSUPPORTED = "text/x.albspec.unsupported+plain";
  private static final String THREADS = "text/plain";

  private final Transcript transcript;

  /** Knows what went over the wire. */
  public Evidence(Transcript transcript) {
    this.transcript = transcript;
  }

  /** What went over the wire. */
  public void exchanges(Scenario scenario) {
    transcript.exchanges().forEach(each -> attach(scenario, WIRE, each.title(), each.text()));
  }

  /** The configuration of the system itself, as its driver rendered it. */
  public void configuration(Scenario scenario, String rendered) {
    attach(scenario, CONFIGURATION, "configuration", rendered);
  }

  /** Why a driver refused something. */
  public void refusal(Scenario scenario, String reason) {
    attach(scenario, UNSUPPORTED, "unsupported", reason);
  }

  /** What every thread was doing when the scenario was stuck. */
  public void threads(Scenario scenario, String dump) {
    attach(scenario, THREADS, "threads", dump);
  }

  private static void attach(Scenario scenario, String type, String title, String text) {
    scenario.attach(text.getBytes(UTF_8), type, title);
  }
}
