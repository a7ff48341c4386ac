package io.albspec.steps.driver;

import io.albspec.steps.verdict.Lack;
import java.util.Map;
import java.util.Optional;

/**
 * Knows how to put one kind of balancer before a scenario. All of them are configured through the
 * ELBv2 API; what a balancer cannot express its API refuses with {@code OperationNotPermitted} and
 * a message that begins with {@code not supported by}.
 */
public interface Driver {

  /** What is tested. */
  SystemInfo system();

  /**
   * Why the system under test, or the access this driver has to it, lacks an ability of the tag
   * vocabulary ({@code access-log}, {@code zones} ...); empty if it has it.
   */
  Optional<Lack> lacks(String ability);

  /**
   * Whether a change is live when the call that makes it returns. If not, the harness asks for it
   * before it measures.
   */
  boolean appliesAtOnce();

  /**
   * Whether each node of a load balancer checks the health of targets, and from its own address. If
   * not, one does for all.
   */
  boolean nodesCheckHealth();

  /**
   * Puts a system before one scenario.
   *
   * @param quotas those that are adjusted, by the names of DescribeAccountLimits; none unless the
   *     driver has the ability {@code quotas}
   * @throws DeploymentException if it cannot be started or reached
   */
  Deployment deploy(Map<String, Integer> quotas);

  /** Puts a system with the standard quotas before one scenario. */
  default Deployment deploy() {
    return deploy(Map.of());
  }
}
