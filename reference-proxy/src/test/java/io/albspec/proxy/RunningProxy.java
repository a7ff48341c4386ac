package io.albspec.proxy;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.elasticloadbalancingv2.ElasticLoadBalancingV2Client;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Action;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ActionTypeEnum;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancer;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetDescription;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetTypeEnum;

/** The command {@code albspec proxy} in a process of its own. */
final class RunningProxy implements AutoCloseable {

  private static final int BUDGET_SECONDS = 30;
  private static final String READY = "elbv2 endpoint: ";
  private static final String NAMES = "name server: 127.0.0.1:";

  private final Process process;
  private final Path errors;
  private final ElasticLoadBalancingV2Client api;
  private final int dnsPort;

  private RunningProxy(Process process, Path errors, URI endpoint, int dnsPort) {
    this.process = process;
    this.dnsPort = dnsPort;
    this.errors = errors;
    this.api =
        ElasticLoadBalancingV2Client.builder()
            .endpointOverride(endpoint)
            .region(Region.US_EAST_2)
            .credentialsProvider(
                StaticCredentialsProvider.create(AwsBasicCredentials.create("any", "any")))
            .build();
  }

  /** Starts it, with no more than so many file descriptors, and waits until it is ready. */
  static RunningProxy start(Path directory, int descriptors, String... options) throws IOException {
    List<String> command = new ArrayList<>();
    command.addAll(List.of("sh", "-c", "ulimit -n " + descriptors + "; exec \"$@\"", "sh"));
    command.addAll(
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            "io.albspec.proxy.Main",
            "--endpoint-port",
            "0",
            "--data-dir",
            directory.resolve("data").toString()));
    command.addAll(List.of(options));
    Path errors = directory.resolve("errors");
    Process process = new ProcessBuilder(command).redirectError(errors.toFile()).start();
    BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
    String line = out.readLine();
    if (line == null || !line.startsWith(READY)) {
      process.destroyForcibly();
      throw new IOException("not ready but " + line + ": " + Files.readString(errors));
    }
    URI endpoint = URI.create(line.substring(READY.length()));
    int dnsPort = Integer.parseInt(out.readLine().substring(NAMES.length()));
    return new RunningProxy(process, errors, endpoint, dnsPort);
  }

  /** The port that it says its name server has, at 127.0.0.1. */
  int dnsPort() {
    return dnsPort;
  }

  /** The DNS name of the only balancer. */
  String dnsName() {
    return api.describeLoadBalancers(all -> {}).loadBalancers().get(0).dnsName();
  }

  /** Makes a balancer whose listener forwards to one target. Returns a node's address. */
  InetAddress forward(int listenerPort, InetAddress target, int targetPort) throws IOException {
    LoadBalancer balancer =
        api.createLoadBalancer(b -> b.name("forwarding").subnets("subnet-a", "subnet-b"))
            .loadBalancers()
            .get(0);
    String group =
        api.createTargetGroup(
                g ->
                    g.name("targets")
                        .protocol("HTTP")
                        .port(targetPort)
                        .vpcId("vpc-default")
                        .targetType(TargetTypeEnum.IP))
            .targetGroups()
            .get(0)
            .targetGroupArn();
    TargetDescription one = TargetDescription.builder().id(target.getHostAddress()).build();
    api.registerTargets(r -> r.targetGroupArn(group).targets(one));
    Action forward = Action.builder().type(ActionTypeEnum.FORWARD).targetGroupArn(group).build();
    api.createListener(
        l ->
            l.loadBalancerArn(balancer.loadBalancerArn())
                .protocol("HTTP")
                .port(listenerPort)
                .defaultActions(forward));
    return node();
  }

  /** The first node of the only balancer. */
  InetAddress node() throws IOException {
    return InetAddress.getByName(
        api.describeLoadBalancers(all -> {})
            .loadBalancers()
            .get(0)
            .availabilityZones()
            .get(0)
            .loadBalancerAddresses()
            .get(0)
            .ipAddress());
  }

  /** Sends SIGTERM. */
  void terminate() {
    process.destroy();
  }

  /** The exit code, once it has ended. */
  int exitCode() throws InterruptedException {
    if (!process.waitFor(BUDGET_SECONDS, TimeUnit.SECONDS)) {
      throw new AssertionError("the process does not end");
    }
    return process.exitValue();
  }

  /** What it has complained about. */
  List<String> errors() throws IOException {
    return Files.readAllLines(errors);
  }

  /** Waits until nobody accepts connections there any more. */
  static void awaitRefusal(InetAddress address, int port) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(BUDGET_SECONDS);
    while (accepts(address, port)) {
      if (System.nanoTime() > end) {
        throw new AssertionError("connections are still accepted");
      }
      TimeUnit.MILLISECONDS.sleep(10);
    }
  }

  private static boolean accepts(InetAddress address, int port) {
    try (Socket socket = new Socket(address, port)) {
      return socket.isConnected();
    } catch (IOException refused) {
      return false;
    }
  }

  @Override
  public void close() {
    api.close();
    process.destroyForcibly();
  }
}
