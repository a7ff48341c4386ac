package io.albspec.steps.clock;

import static java.time.Duration.ZERO;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;

/** Every wait of the harness. */
public final class Budgets {

  /** A load balancer gets into a state. */
  public static final Budget STATE =
      new Budget("load balancer state", "AWS takes minutes to provision one", ZERO, ofMinutes(10));

  /** A change of the configuration reaches every node. */
  public static final Budget LIVE =
      new Budget("configuration live", "AWS takes seconds, rarely a minute", ZERO, ofMinutes(2));

  /** A target's health changes; the guide time follows from the settings of its group. */
  public static final Budget HEALTH =
      new Budget("target health", "every check may come one interval late", ZERO, ofSeconds(60));

  /** A balancer draws its conclusion from a health check that has ended. */
  public static final Budget DIGESTED =
      new Budget(
          "health check digested", "the connection ends a little before", ofMillis(30), ZERO);

  /** Anomaly detection, or mitigation, draws its conclusion. */
  public static final Budget ANOMALY =
      new Budget(
          "anomaly detection", "weights are adjusted every five seconds", ZERO, ofMinutes(2));

  /** A response arrives; the guide time is the idle timeout and a little more. */
  public static final Budget RESPONSE =
      new Budget(
          "response",
          "a target that stays silent is answered for after the idle timeout",
          ofMillis(400),
          ofSeconds(70));

  /** A target gets a request. */
  public static final Budget REQUEST =
      new Budget(
          "request at a target",
          "a target that cannot be reached is given up after the connect timeout",
          ofMillis(400),
          ofSeconds(20));

  /** A connection is closed that has no reason to stay open. */
  public static final Budget CLOSED =
      new Budget(
          "connection closed", "a close needs no more than a busy machine", ofSeconds(3), ZERO);

  /** Log files are published every five minutes (guide, "Access logs"). */
  public static final Budget LOGS =
      new Budget(
          "log published", "every five minutes, and a file may be late", ZERO, ofSeconds(400));

  /** A log file that is due is written by a thread of its own. */
  public static final Budget LOG_FILE =
      new Budget("log file", "a busy machine may write it late", ofSeconds(3), ZERO);

  /** Nothing happens where nothing should. */
  public static final Budget QUIET =
      new Budget("stays quiet", "what is wrong mostly shows at once", ofMillis(150), ZERO);

  private Budgets() {}
}
