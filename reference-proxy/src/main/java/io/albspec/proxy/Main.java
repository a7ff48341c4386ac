package io.albspec.proxy;

import io.albspec.proxy.cloud.Cloud;
import io.albspec.proxy.exchange.AddressText;
import io.albspec.proxy.store.StoreException;
import io.albspec.proxy.time.Time;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command {@code albspec proxy}: runs the reference balancer until it is told to stop. */
@Command(
    name = "albspec proxy",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = {
      "Runs the reference balancer.",
      "",
      "Configure it as you would the real service, for example:",
      "  aws elbv2 --endpoint-url http://127.0.0.1:9400 describe-load-balancers",
      "Each load balancer gets an address of its own in 127.0.1.0/24, 127.0.2.0/24, ... for each"
          + " zone; DescribeLoadBalancers shows them. Ends on SIGTERM or Ctrl-C, after the"
          + " requests in flight.",
      "",
      "Options:"
    })
public final class Main implements Callable<Integer> {

  private static final int USAGE = 2;
  private static final int DEFAULT_PORT = 9400;

  @Spec private CommandSpec spec;

  @Option(
      names = "--endpoint-port",
      paramLabel = "N",
      description = "Port of the ELBv2 API on 127.0.0.1, 0 for any. Default: ${DEFAULT-VALUE}.")
  private int endpointPort = DEFAULT_PORT;

  @Option(
      names = "--dns-port",
      paramLabel = "N",
      description =
          "Port of the name server on 127.0.0.1, over UDP and TCP, 0 for any: it answers for the"
              + " DNS names of load balancers. Default: ${DEFAULT-VALUE}.")
  private int dnsPort;

  @Option(
      names = "--data-dir",
      paramLabel = "DIR",
      description =
          "Keeps the configuration in DIR, so that it survives a restart, and the buckets of logs"
              + " in DIR/s3. Without it nothing is kept but the logs, in ./albspec-data/s3.")
  private Path dataDir;

  @Option(
      names = "--audit-log",
      paramLabel = "FILE",
      description =
          "Appends a record of every API call to FILE, one a line, in the form of AWS CloudTrail.")
  private Path auditLog;

  @Option(
      names = "--time-scale",
      paramLabel = "N",
      description = "Runs every clock and timeout N times faster. Default: ${DEFAULT-VALUE}.")
  private int timeScale = 1;

  @Option(
      names = "--credentials",
      paramLabel = "FILE",
      description =
          "Every request must be signed (AWS Signature Version 4) with one of the credentials in"
              + " FILE, which is like ~/.aws/credentials. Without it any signature is accepted.")
  private Path credentials;

  @Option(
      names = "--quota",
      paramLabel = "NAME=VALUE",
      description =
          "Adjusts a quota of the account, such as rules-per-application-load-balancer=10000, by"
              + " the names of DescribeAccountLimits. Repeatable.")
  private List<String> quotas = new ArrayList<>();

  @Option(
      names = "--workers",
      paramLabel = "N",
      description = "Threads that carry the traffic. Default: one for each processor.")
  private int workers = Math.max(1, Runtime.getRuntime().availableProcessors());

  @Option(
      names = "--grace",
      paramLabel = "SECONDS",
      description =
          "How long requests in flight may take to finish at the end. Default: ${DEFAULT-VALUE}.")
  private int graceSeconds = 60;

  @Mixin private CloudOptions surroundings;

  @Mixin private TemplateOptions template;

  private Main() {}

  /** Runs until stopped; exits 0 then, 2 if it could not begin. */
  public static void main(String[] args) {
    System.exit(new CommandLine(new Main()).execute(args));
  }

  @Override
  public Integer call() throws InterruptedException {
    if (timeScale < 1 || workers < 1 || graceSeconds < 0) {
      throw new ParameterException(
          spec.commandLine(), "--time-scale and --workers must be at least 1, --grace at least 0");
    }
    try (Time time = Time.scaled(timeScale)) {
      return run(time);
    } catch (IOException | IllegalStateException | StoreException e) {
      spec.commandLine().getErr().println("albspec proxy: " + e.getMessage());
      return USAGE;
    }
  }

  private void adjust(ReferenceProxy.Builder builder, String text) {
    try {
      QuotaOption.parse(text).addTo(builder);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage(), e);
    }
  }

  private int run(Time time) throws IOException, InterruptedException {
    Cloud cloud = cloud();
    Cloud.Watch watch = surroundings.follow(cloud, time);
    try {
      return run(cloud, time);
    } finally {
      watch.close();
    }
  }

  private Cloud cloud() throws IOException {
    try {
      return surroundings.cloud();
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage(), e);
    }
  }

  private int run(Cloud cloud, Time time) throws IOException, InterruptedException {
    ReferenceProxy.Builder builder =
        ReferenceProxy.builder()
            .endpointPort(endpointPort)
            .dnsPort(dnsPort)
            .persistent(dataDir != null)
            .time(time)
            .cloud(cloud)
            .workers(workers)
            .grace(Duration.ofSeconds(graceSeconds));
    quotas.forEach(text -> adjust(builder, text));
    if (dataDir != null) {
      builder.dataDir(dataDir);
    }
    if (auditLog != null) {
      builder.auditLog(auditLog);
    }
    if (credentials != null) {
      builder.credentials(credentials);
    }
    CountDownLatch stop = new CountDownLatch(1);
    CountDownLatch stopped = new CountDownLatch(1);
    try (ReferenceProxy proxy = builder.start()) {
      Map<String, String> outputs = template.apply(proxy);
      Runtime.getRuntime().addShutdownHook(new Thread(() -> endOnSignal(stop, stopped)));
      PrintWriter out = spec.commandLine().getOut();
      out.println("elbv2 endpoint: " + proxy.endpoint());
      out.println("name server: " + AddressText.of(proxy.nameServer()));
      outputs.forEach((name, value) -> out.printf("output %s: %s%n", name, value));
      out.flush();
      stop.await();
    }
    stopped.countDown();
    return 0;
  }

  /** Runs on a signal: the process must not end before the balancer has. */
  private static void endOnSignal(CountDownLatch stop, CountDownLatch stopped) {
    stop.countDown();
    try {
      stopped.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    Runtime.getRuntime().halt(0);
  }
}
