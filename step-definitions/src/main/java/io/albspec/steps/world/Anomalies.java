package io.albspec.steps.world;

import io.albspec.steps.api.Answer.Result;
import io.albspec.steps.api.Members;
import io.albspec.steps.clock.Budgets;
import java.util.function.Supplier;

/** What anomaly detection says of targets, as DescribeTargetHealth shows it if asked to. */
public final class Anomalies {

  private static final String SHOWN = "TargetHealthDescriptions[1].AnomalyDetection.";
  private static final String ABSENT = "(absent)";

  private final Sut sut;
  private final Calls calls;
  private final Groups groups;

  /** Those of the targets of these groups. */
  public Anomalies(Sut sut, Calls calls, Groups groups) {
    this.sut = sut;
    this.calls = calls;
    this.groups = groups;
  }

  /** The result for a target, {@code (absent)} if there is none. */
  public String result(String target) {
    return shown(target, "Result");
  }

  /** Whether mitigation is in effect for a target, as the API says it. */
  public String mitigation(String target) {
    return shown(target, "MitigationInEffect");
  }

  private String shown(String target, String member) {
    String arn = groups.of(target).stream().map(Group::arn).findFirst().orElseThrow();
    Members call =
        groups.targets(target, Groups.member(arn)).with("Include[1]", "AnomalyDetection");
    Result answer = calls.require("DescribeTargetHealth", call);
    return answer.at(SHOWN + member).orElse(ABSENT);
  }

  /** Waits until the result for a target is that one, and says what it is then. */
  public String resultOnceItIs(String wanted, String target) {
    return onceItIs(wanted, () -> result(target));
  }

  /** Waits until mitigation is in effect for a target, or is not, and says what it is then. */
  public String mitigationOnceItIs(String wanted, String target) {
    return onceItIs(wanted, () -> mitigation(target));
  }

  private String onceItIs(String wanted, Supplier<String> shown) {
    sut.await().happens(Budgets.ANOMALY, () -> shown.get().equals(wanted));
    return shown.get();
  }
}
