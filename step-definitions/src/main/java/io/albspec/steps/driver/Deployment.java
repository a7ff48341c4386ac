package io.albspec.steps.driver;

import io.albspec.fixtures.tls.Identity;
import io.albspec.steps.clock.Clock;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** A system under test, ready for one scenario. */
public interface Deployment extends AutoCloseable {

  /** Where it speaks the ELBv2 API. */
  URI endpoint();

  /**
   * Where it answers for the DNS names of its load balancers; empty if the DNS of the world does.
   */
  default Optional<InetSocketAddress> nameServer() {
    return Optional.empty();
  }

  /** The time it lives in. */
  Clock clock();

  /** The account, region and network it believes in. */
  Surroundings surroundings();

  /** Whether others use the same system, so that what a scenario made must be deleted. */
  boolean shared();

  /**
   * Where the files of a bucket appear.
   *
   * @throws UnsupportedOperationException if that is not known
   */
  Path bucket(String name);

  /**
   * Where the records of API calls are appended, one a line.
   *
   * @throws UnsupportedOperationException if that is not known
   */
  Path auditTrail();

  /**
   * Tells the system where an instance is.
   *
   * @throws UnsupportedOperationException if its surroundings cannot be changed
   */
  void instance(String id, InetAddress address, String zone);

  /**
   * Puts an instance into a state, such as {@code stopped}.
   *
   * @throws UnsupportedOperationException if its surroundings cannot be changed
   */
  void instanceState(String id, String state);

  /**
   * Makes a security group, or changes its rules.
   *
   * @param letsIn the ports it lets in, such as {@code 80} or {@code 8000-8999}, by their sources
   * @throws UnsupportedOperationException if its surroundings cannot be changed
   */
  void securityGroup(String id, Map<String, String> letsIn);

  /**
   * Imports a certificate, or another one in the place of that of this ARN, which is of ACM.
   *
   * @throws UnsupportedOperationException if its surroundings cannot be changed
   */
  void certificate(String arn, Identity identity);

  /** The configuration of the system itself, as its driver rendered it last. */
  Optional<String> configuration();

  /** Stops what was started for the scenario. */
  @Override
  void close();
}
