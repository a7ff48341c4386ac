package io.albspec.proxy.server;

import io.albspec.proxy.cloud.Cloud;
import io.albspec.proxy.control.ApiException;
import io.albspec.proxy.control.Config;
import io.albspec.proxy.control.DataPlane;
import io.albspec.proxy.control.S3Object;
import io.albspec.proxy.control.TargetConfig;
import io.albspec.proxy.control.TargetGroupConfig;
import io.albspec.proxy.control.ZoneHealth;
import io.albspec.proxy.health.HealthChecks;
import io.albspec.proxy.plan.Listener;
import io.albspec.proxy.plan.PlanCompiler;
import io.albspec.proxy.stickiness.CookieKeys;
import io.albspec.proxy.stickiness.CookieSeal;
import io.albspec.proxy.stickiness.StickySessions;
import io.albspec.proxy.target.LiveTargetGroup;
import io.albspec.proxy.target.TargetGroups;
import io.albspec.proxy.telemetry.AccessLogs;
import io.albspec.proxy.telemetry.Counters;
import io.albspec.proxy.telemetry.HostCounts;
import io.albspec.proxy.telemetry.TraceIds;
import io.albspec.proxy.time.Time;
import io.albspec.proxy.trust.ClientAuthentications;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.AnomalyDetection;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetHealth;

/** The reference's own data plane, on Jetty's selectors and endpoints. */
public final class JettyDataPlane implements DataPlane {

  private final Workers workers;
  private final OpenConnections connections = new OpenConnections();
  private final Sockets sockets;
  private final TargetGroups groups;
  private final HealthChecks healthChecks;
  private final PlanCompiler compiler;
  private final AccessLogs accessLogs;
  private final Duration grace;
  private final Map<String, Counters> counters = new ConcurrentHashMap<>();

  /**
   * Starts without any listener.
   *
   * @param cloud tells who can connect
   * @param accessLogs is closed with this
   * @param objects finds the file of an object in Amazon S3
   * @param keys of the cookies that clients get
   * @param workerCount selector threads, at least one
   * @param grace how long requests in flight may take to finish when it is closed
   */
  public JettyDataPlane(
      Time time,
      Cloud cloud,
      AccessLogs accessLogs,
      Function<S3Object, Optional<Path>> objects,
      CookieKeys keys,
      int workerCount,
      Duration grace) {
    this.grace = grace;
    this.accessLogs = accessLogs;
    CookieSeal seal = new CookieSeal(keys);
    this.workers =
        new Workers(
            workerCount,
            time,
            new StickySessions(seal),
            () -> new TraceIds(new SplittableRandom()));
    this.groups = new TargetGroups(time);
    this.sockets = new Sockets(workers, connections, cloud);
    this.healthChecks = new HealthChecks(groups, workers.first());
    this.compiler =
        new PlanCompiler(
            groups::group,
            seal,
            accessLogs,
            accessLogs,
            this::counters,
            cloud::certificate,
            new ClientAuthentications(objects, time));
  }

  @Override
  public void apply(Config config) throws ApiException {
    Map<String, Listener> plan = compiler.compile(config);
    Sockets.Change change = sockets.prepare(config, plan);
    workers.forget(groups.update(config));
    change.carryOut();
    healthChecks.update(config);
    accessLogs.update(config);
    counters.keySet().retainAll(config.balancers().keySet());
  }

  /** What is counted of a load balancer's requests, from its creation on. */
  public Counters counters(String balancerArn) {
    return counters.computeIfAbsent(balancerArn, arn -> new Counters());
  }

  /** Which nodes have the healthy targets that they need, as this data plane sees it. */
  public ZoneHealth zoneHealth() {
    return groups;
  }

  @Override
  public TargetHealth health(TargetGroupConfig group, TargetConfig target) {
    return healthChecks.health(group, target);
  }

  @Override
  public Optional<AnomalyDetection> anomalyDetection(TargetGroupConfig group, TargetConfig target) {
    return groups.group(group.resource().targetGroupArn()).anomalyDetection(target);
  }

  /** How many targets of a group are anomalous, and spared, now. */
  public HostCounts hostCounts(String targetGroupArn) {
    LiveTargetGroup group = groups.group(targetGroupArn);
    return new HostCounts(group.anomalousTargets(), group.mitigatedTargets());
  }

  @Override
  public void close() {
    sockets.retire();
    try {
      connections.awaitNone(grace);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    healthChecks.close();
    groups.close();
    workers.close();
    accessLogs.close();
  }
}
