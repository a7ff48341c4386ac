package io.albspec.steps.driver;

import io.albspec.fixtures.tls.Identity;
import io.albspec.proxy.api.ControlEndpoint;
import io.albspec.proxy.control.operations.Quotas;
import io.albspec.proxy.time.Time;
import io.albspec.steps.clock.Clock;
import io.albspec.steps.clock.WallClock;
import io.albspec.steps.driver.haproxy.HaproxyBinary;
import io.albspec.steps.driver.haproxy.HaproxyDataPlane;
import io.albspec.steps.driver.haproxy.HaproxyUnavailableException;
import io.albspec.steps.verdict.Lack;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** HAProxy behind our control plane: a process for each load balancer of a scenario. */
final class HaproxyDriver implements Driver {

  static final String NAME = "haproxy";

  private final HaproxyBinary binary;

  /**
   * Tests the HAProxy that is installed.
   *
   * @throws IllegalArgumentException if there is none
   */
  HaproxyDriver() {
    try {
      this.binary = HaproxyBinary.at(HaproxyBinary.INSTALLED);
    } catch (HaproxyUnavailableException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }

  @Override
  public SystemInfo system() {
    return new SystemInfo("HAProxy Technologies", "HAProxy", binary.version(), NAME, "wall");
  }

  @Override
  public Optional<Lack> lacks(String ability) {
    return switch (ability) {
      case "access-log", "connection-log" ->
          Optional.of(new Lack.OfSystem("HAProxy logs to syslog, not to S3"));
      case "anomaly-detection" ->
          Optional.of(new Lack.OfSystem("HAProxy does not compare the errors of its servers"));
      case "audit-trail" -> Optional.of(new Lack.OfSystem("nobody records its API calls"));
      case "security-groups" ->
          Optional.of(new Lack.OfSystem("HAProxy is not told whose connections to take"));
      case "buckets" ->
          Optional.of(new Lack.OfSystem("HAProxy has no trust stores, and logs to no bucket"));
      case "dns" -> Optional.of(new Lack.OfSystem("nobody answers for its DNS names"));
      case "zonal-shift" ->
          Optional.of(new Lack.OfSystem("it has no name server to shift traffic with"));
      case "clock" -> Optional.of(new Lack.OfEnvironment("HAProxy lives in real time"));
      default -> Optional.empty();
    };
  }

  @Override
  public boolean appliesAtOnce() {
    return true;
  }

  @Override
  public boolean nodesCheckHealth() {
    return false;
  }

  @Override
  public Deployment deploy(Map<String, Integer> quotas) {
    SimulatedCloud cloud = new SimulatedCloud();
    HaproxyDataPlane dataPlane = HaproxyDataPlane.start(binary, cloud.cloud()::certificate);
    Time time = Time.real();
    try {
      ControlEndpoint control =
          ControlEndpoint.builder()
              .cloud(cloud.cloud())
              .quotas(adjusted(quotas))
              .time(time)
              .dataPlane(dataPlane)
              .start();
      return new HaproxyDeployment(control, dataPlane, cloud, time, new WallClock(1));
    } catch (IOException e) {
      dataPlane.close();
      time.close();
      throw new DeploymentException("the control plane did not start", e);
    }
  }

  private static Quotas adjusted(Map<String, Integer> values) {
    Quotas quotas = Quotas.STANDARD;
    for (Map.Entry<String, Integer> value : values.entrySet()) {
      quotas = quotas.with(value.getKey(), value.getValue());
    }
    return quotas;
  }

  private record HaproxyDeployment(
      ControlEndpoint control,
      HaproxyDataPlane dataPlane,
      SimulatedCloud cloud,
      Time time,
      WallClock wall)
      implements Deployment {

    @Override
    public URI endpoint() {
      return control.endpoint();
    }

    @Override
    public Clock clock() {
      return wall;
    }

    @Override
    public Surroundings surroundings() {
      return cloud.surroundings();
    }

    @Override
    public boolean shared() {
      return false;
    }

    @Override
    public Path auditTrail() {
      throw new UnsupportedOperationException("there is no audit trail");
    }

    @Override
    public Path bucket(String name) {
      throw new UnsupportedOperationException("HAProxy writes no log into " + name);
    }

    @Override
    public void instance(String id, InetAddress address, String zone) {
      cloud.instance(id, address, zone);
    }

    @Override
    public void instanceState(String id, String state) {
      cloud.instanceState(id, state);
    }

    @Override
    public void securityGroup(String id, Map<String, String> letsIn) {
      cloud.securityGroup(id, letsIn);
    }

    @Override
    public void certificate(String arn, Identity identity) {
      cloud.certificate(arn, identity);
    }

    @Override
    public Optional<String> configuration() {
      return Optional.of(dataPlane.configuration()).filter(text -> !text.isEmpty());
    }

    @Override
    public void close() {
      control.close();
      time.close();
      wall.close();
    }
  }
}
