package io.albspec.steps.driver;

import io.albspec.fixtures.tls.Identity;
import io.albspec.steps.clock.Clock;
import io.albspec.steps.clock.WallClock;
import io.albspec.steps.verdict.Lack;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** A system that is running already and speaks the ELBv2 API at an endpoint. */
final class Elbv2Driver implements Driver {

  static final String NAME = "elbv2";

  private final URI endpoint;
  private final int timeScale;

  /**
   * Tests what answers at the selected endpoint.
   *
   * @throws IllegalArgumentException if the selection names none
   */
  Elbv2Driver(Selection selection) {
    this.endpoint =
        selection
            .endpoint()
            .orElseThrow(
                () -> new IllegalArgumentException("the driver elbv2 needs --endpoint-url URL"));
    this.timeScale = selection.timeScale();
  }

  @Override
  public SystemInfo system() {
    try (WallClock clock = new WallClock(timeScale)) {
      return new SystemInfo("unknown", endpoint.toString(), "unknown", NAME, clock.kind());
    }
  }

  @Override
  public Optional<Lack> lacks(String ability) {
    return switch (ability) {
      case "access-log", "connection-log", "buckets" ->
          Optional.of(
              new Lack.OfEnvironment("the buckets of the endpoint cannot be read from here"));
      case "audit-trail" ->
          Optional.of(new Lack.OfEnvironment("the audit trail cannot be read from here"));
      case "instances" ->
          Optional.of(new Lack.OfEnvironment("instances cannot be started at the endpoint"));
      case "security-groups" ->
          Optional.of(new Lack.OfEnvironment("security groups cannot be made at the endpoint"));
      case "dns" ->
          isOurs()
              ? Optional.of(
                  new Lack.OfEnvironment("the name server of the endpoint is not known here"))
              : Optional.empty();
      case "zonal-shift" ->
          isOurs()
              ? Optional.empty()
              : Optional.of(
                  new Lack.OfEnvironment("the zonal shift API of the endpoint is not known here"));
      case "certificates" ->
          Optional.of(new Lack.OfEnvironment("certificates cannot be imported at the endpoint"));
      case "quotas" ->
          Optional.of(new Lack.OfEnvironment("the quotas of the endpoint cannot be adjusted"));
      case "clock" ->
          Optional.of(new Lack.OfEnvironment("the time of the endpoint cannot be advanced"));
      default -> Optional.empty();
    };
  }

  /** AWS has its names in the DNS of the world, and zonal shifts at an endpoint of their own. */
  private boolean isOurs() {
    return !endpoint.getHost().endsWith(".amazonaws.com");
  }

  @Override
  public boolean appliesAtOnce() {
    return false;
  }

  @Override
  public boolean nodesCheckHealth() {
    return true;
  }

  @Override
  public Deployment deploy(Map<String, Integer> quotas) {
    if (!quotas.isEmpty()) {
      throw new IllegalArgumentException("the quotas of an endpoint cannot be adjusted");
    }
    return new Elbv2Deployment(endpoint, new WallClock(timeScale));
  }

  private record Elbv2Deployment(URI endpoint, WallClock time) implements Deployment {

    @Override
    public Clock clock() {
      return time;
    }

    @Override
    public Surroundings surroundings() {
      return Surroundings.SIMULATED;
    }

    @Override
    public boolean shared() {
      return true;
    }

    @Override
    public Path bucket(String name) {
      throw new UnsupportedOperationException("the bucket " + name + " cannot be read from here");
    }

    @Override
    public Path auditTrail() {
      throw new UnsupportedOperationException("the audit trail cannot be read from here");
    }

    @Override
    public void instance(String id, InetAddress address, String zone) {
      throw new UnsupportedOperationException("instances cannot be placed at " + endpoint);
    }

    @Override
    public void instanceState(String id, String state) {
      throw new UnsupportedOperationException("instances cannot be " + state + " at " + endpoint);
    }

    @Override
    public void securityGroup(String id, Map<String, String> letsIn) {
      throw new UnsupportedOperationException("security groups cannot be made at " + endpoint);
    }

    @Override
    public void certificate(String arn, Identity identity) {
      throw new UnsupportedOperationException("no certificate can be imported at " + endpoint);
    }

    @Override
    public Optional<String> configuration() {
      return Optional.empty();
    }

    @Override
    public void close() {
      time.close();
    }
  }
}
