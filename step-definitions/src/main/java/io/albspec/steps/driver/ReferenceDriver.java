package io.albspec.steps.driver;

import io.albspec.fixtures.tls.Identity;
import io.albspec.proxy.ReferenceProxy;
import io.albspec.steps.clock.Clock;
import io.albspec.steps.clock.ManualClock;
import io.albspec.steps.verdict.Lack;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;

/** The reference balancer, one in this process for each scenario, its time advanced by hand. */
final class ReferenceDriver implements Driver {

  static final String NAME = "reference";

  private static final Duration GRACE = Duration.ofMillis(200);

  @Override
  public SystemInfo system() {
    String version = ReferenceProxy.class.getPackage().getImplementationVersion();
    return new SystemInfo(
        "albspec",
        "albspec reference balancer",
        Optional.ofNullable(version).orElse("development build"),
        NAME,
        "manual");
  }

  @Override
  public Optional<Lack> lacks(String ability) {
    return Optional.empty();
  }

  @Override
  public boolean appliesAtOnce() {
    return true;
  }

  @Override
  public boolean nodesCheckHealth() {
    return true;
  }

  @Override
  public Deployment deploy(Map<String, Integer> quotas) {
    Scratch scratch = Scratch.create();
    SimulatedCloud cloud = new SimulatedCloud();
    ManualClock clock = new ManualClock(Instant.now().truncatedTo(ChronoUnit.SECONDS));
    try {
      ReferenceProxy.Builder builder =
          ReferenceProxy.builder()
              .endpointPort(0)
              .dataDir(scratch.folder())
              .auditLog(auditTrail(scratch))
              .time(clock.time())
              .cloud(cloud.cloud())
              .workers(1)
              .grace(GRACE);
      quotas.forEach(builder::quota);
      return new ReferenceDeployment(builder.start(), scratch, cloud, clock);
    } catch (IOException e) {
      scratch.close();
      throw new DeploymentException("the reference balancer did not start", e);
    }
  }

  private static Path auditTrail(Scratch scratch) {
    return scratch.folder().resolve("audit.log");
  }

  private record ReferenceDeployment(
      ReferenceProxy proxy, Scratch scratch, SimulatedCloud cloud, ManualClock manual)
      implements Deployment {

    @Override
    public URI endpoint() {
      return proxy.endpoint();
    }

    @Override
    public Optional<InetSocketAddress> nameServer() {
      return Optional.of(proxy.nameServer());
    }

    @Override
    public Clock clock() {
      return manual;
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
    public Path bucket(String name) {
      return scratch.folder().resolve("s3").resolve(name);
    }

    @Override
    public Path auditTrail() {
      return ReferenceDriver.auditTrail(scratch);
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
      return Optional.empty();
    }

    @Override
    public void close() {
      proxy.close();
      manual.time().close();
      scratch.close();
    }
  }
}
