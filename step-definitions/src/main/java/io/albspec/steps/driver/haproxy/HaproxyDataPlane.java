package io.albspec.steps.driver.haproxy;

import io.albspec.proxy.cloud.certificate.Certificate;
import io.albspec.proxy.control.ApiException;
import io.albspec.proxy.control.BalancerConfig;
import io.albspec.proxy.control.Config;
import io.albspec.proxy.control.DataPlane;
import io.albspec.proxy.control.TargetConfig;
import io.albspec.proxy.control.TargetGroupConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetHealth;

/**
 * HAProxy as a data plane: a haproxy process for each load balancer that has a listener, so that a
 * change of one leaves the connections of the others alone.
 *
 * <p>A change reloads: a new process takes over the listening sockets, the old one closes its idle
 * connections and finishes the requests in flight. One case is left to the old configuration by
 * HAProxy's design: a request that comes on a connection from before the change ahead of its close
 * is still answered by the old process, and is the last one there.
 */
public final class HaproxyDataPlane implements DataPlane {

  private static final Duration REQUESTS_FINISH_WITHIN = Duration.ofSeconds(5);

  private final HaproxyBinary binary;
  private final BalancerCertificates certificates;
  private final TemporaryDirectory directory;
  private final Map<String, HaproxyInstance> instances = new ConcurrentHashMap<>();
  private final Thread atExit = new Thread(this::kill, "haproxy-at-exit");
  private int number;

  private HaproxyDataPlane(
      HaproxyBinary binary, BalancerCertificates certificates, TemporaryDirectory directory) {
    this.binary = binary;
    this.certificates = certificates;
    this.directory = directory;
  }

  /**
   * A data plane with nothing configured.
   *
   * @param binary the haproxy to run
   * @param certificates gives the certificate of an ARN
   */
  public static HaproxyDataPlane start(
      HaproxyBinary binary, Function<String, Optional<Certificate>> certificates) {
    try {
      HaproxyDataPlane plane =
          new HaproxyDataPlane(
              binary, new BalancerCertificates(certificates), TemporaryDirectory.create());
      Runtime.getRuntime().addShutdownHook(plane.atExit);
      return plane;
    } catch (IOException e) {
      throw new UncheckedIOException("no temporary directory for haproxy", e);
    }
  }

  /** The version that HAProxy tells of itself. */
  public String version() {
    return binary.version();
  }

  /** The configuration of every load balancer as rendered, for evidence. */
  public String configuration() {
    return instances.keySet().stream()
        .sorted()
        .flatMap(arn -> configuration(arn).map(text -> "# " + arn + "\n" + text).stream())
        .collect(Collectors.joining("\n"));
  }

  /** The configuration of one load balancer as rendered; empty if it has no listener. */
  public Optional<String> configuration(String balancerArn) {
    return Optional.ofNullable(instances.get(balancerArn))
        .flatMap(HaproxyInstance::live)
        .map(Rendering::text);
  }

  @Override
  public void apply(Config config) throws ApiException {
    check(config);
    Map<String, Rendering> renderings = new LinkedHashMap<>();
    for (BalancerConfig balancer : config.balancers().values()) {
      if (!balancer.listeners().isEmpty()) {
        renderings.put(balancer.resource().loadBalancerArn(), render(balancer, config));
      }
    }
    activate(renderings);
    instances.forEach(
        (arn, instance) -> {
          if (!renderings.containsKey(arn)) {
            instance.stop();
          }
        });
    instances.values().removeIf(HaproxyInstance::gone);
  }

  @Override
  public TargetHealth health(TargetGroupConfig group, TargetConfig target) {
    ServerCheck.Key key = new ServerCheck.Key(Names.backend(group), Names.server(target));
    return group.resource().loadBalancerArns().stream()
        .flatMap(arn -> Optional.ofNullable(instances.get(arn)).stream())
        .flatMap(instance -> Optional.ofNullable(instance.checks().get(key)).stream())
        .map(HealthReport::of)
        .findFirst()
        .orElseGet(HealthReport::registering);
  }

  @Override
  public void close() {
    instances.values().forEach(HaproxyInstance::stop);
    long deadline = System.nanoTime() + REQUESTS_FINISH_WITHIN.toNanos();
    instances.values().forEach(instance -> instance.end(deadline));
    instances.clear();
    try {
      Runtime.getRuntime().removeShutdownHook(atExit);
    } catch (IllegalStateException shuttingDown) {
      instances.values().forEach(HaproxyInstance::kill);
    }
    directory.delete();
  }

  private static void check(Config config) throws ApiException {
    for (TargetGroupConfig group : config.targetGroups().values()) {
      GroupSupport.check(group);
    }
    for (BalancerConfig balancer : config.balancers().values()) {
      BalancerSupport.check(balancer);
    }
  }

  private Rendering render(BalancerConfig balancer, Config config) throws ApiException {
    HaproxyInstance instance = instances.get(balancer.resource().loadBalancerArn());
    ListenerPorts held = instance == null ? ListenerPorts.NONE : instance.ports();
    ListenerPorts ports = ListenerPorts.of(balancer, held);
    Map<String, PemFile> files = certificates.files(balancer);
    return new Rendering(
        ConfigRenderer.render(balancer, config, ports, files), ports, Set.copyOf(files.values()));
  }

  /** Makes them all live, or leaves all as they were. */
  private void activate(Map<String, Rendering> renderings) throws ApiException {
    Map<String, Optional<Rendering>> done = new LinkedHashMap<>();
    try {
      for (Map.Entry<String, Rendering> each : renderings.entrySet()) {
        HaproxyInstance instance = instance(each.getKey());
        Optional<Rendering> before = instance.live();
        instance.activate(each.getValue());
        done.put(each.getKey(), before);
      }
    } catch (ApiException refused) {
      for (Map.Entry<String, Optional<Rendering>> each : done.entrySet()) {
        restore(instance(each.getKey()), each.getValue());
      }
      throw refused;
    }
  }

  private static void restore(HaproxyInstance instance, Optional<Rendering> before)
      throws ApiException {
    if (before.isPresent()) {
      instance.activate(before.get());
    } else {
      instance.stop();
    }
  }

  private HaproxyInstance instance(String arn) {
    return instances.computeIfAbsent(
        arn, unknown -> new HaproxyInstance(binary, directory.subdirectory("" + ++number)));
  }

  private void kill() {
    instances.values().forEach(HaproxyInstance::kill);
    directory.delete();
  }
}
