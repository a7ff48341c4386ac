package io.albspec.proxy.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.albspec.proxy.ReferenceProxy;
import io.albspec.proxy.cloud.AddressBlock;
import io.albspec.proxy.cloud.Cloud;
import io.albspec.proxy.cloud.InboundRule;
import io.albspec.proxy.cloud.Ipv4;
import io.albspec.proxy.cloud.SecurityGroup;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.elasticloadbalancingv2.ElasticLoadBalancingV2Client;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Action;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancer;

/** Who can connect to a listener, with clients at several addresses of this machine. */
@Timeout(30)
class SecurityGroupsTest {

  private static final String ALLOWED = "127.0.9.1";
  private static final String OTHER = "127.0.8.1";
  private static final String GROUP = "sg-00000001";
  private static final int PATIENCE = 10_000;
  private static final byte[] REQUEST =
      "GET / HTTP/1.1\r\nHost: example.com\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

  @TempDir private Path folder;
  private final Cloud cloud = new Cloud();
  private ReferenceProxy proxy;
  private ElasticLoadBalancingV2Client client;
  private LoadBalancer balancer;
  private InetAddress node;
  private int port;

  @BeforeEach
  void start() throws IOException {
    proxy =
        ReferenceProxy.builder()
            .dataDir(folder)
            .cloud(cloud)
            .workers(1)
            .grace(Duration.ofMillis(200))
            .start();
    client =
        ElasticLoadBalancingV2Client.builder()
            .endpointOverride(proxy.endpoint())
            .region(Region.US_EAST_2)
            .credentialsProvider(
                StaticCredentialsProvider.create(AwsBasicCredentials.create("x", "y")))
            .build();
    port = freePort();
    letIn(port, port);
    balancer =
        client
            .createLoadBalancer(
                b -> b.name("lb").subnets("subnet-a", "subnet-b").securityGroups(GROUP))
            .loadBalancers()
            .get(0);
    node =
        Ipv4.parse(balancer.availabilityZones().get(0).loadBalancerAddresses().get(0).ipAddress())
            .orElseThrow();
    client.createListener(
        l ->
            l.loadBalancerArn(balancer.loadBalancerArn())
                .protocol("HTTP")
                .port(port)
                .defaultActions(
                    Action.builder()
                        .type("fixed-response")
                        .fixedResponseConfig(f -> f.statusCode("200"))
                        .build()));
  }

  @AfterEach
  void stop() {
    client.close();
    proxy.close();
  }

  @Test
  void onlyWhoIsLetInCanConnect() throws IOException {
    assertThat(answerTo(ALLOWED)).startsWith("HTTP/1.1 200 OK");
    assertThatThrownBy(() -> answerTo(OTHER)).isInstanceOf(SocketException.class);
  }

  @Test
  void whoIsNotLetInIsResetWithoutHavingSentAnything() {
    assertThatThrownBy(this::waitForTheEndOfAConnectionOfAnother)
        .isInstanceOf(SocketException.class);
  }

  private void waitForTheEndOfAConnectionOfAnother() throws IOException {
    try (Socket socket = connect(OTHER)) {
      socket.getInputStream().read();
    }
  }

  @Test
  void otherSecurityGroupsHoldForNewConnectionsOnly() throws IOException {
    try (Socket open = connect(ALLOWED)) {
      assertThat(exchange(open)).startsWith("HTTP/1.1 200 OK");
      cloud.securityGroup(new SecurityGroup("sg-00000002", "vpc-default", List.of()));

      client.setSecurityGroups(
          s -> s.loadBalancerArn(balancer.loadBalancerArn()).securityGroups("sg-00000002"));

      assertThatThrownBy(() -> answerTo(ALLOWED)).isInstanceOf(SocketException.class);
      assertThat(exchange(open)).startsWith("HTTP/1.1 200 OK");
    }
    client.setSecurityGroups(
        s -> s.loadBalancerArn(balancer.loadBalancerArn()).securityGroups("sg-00000002", GROUP));
    assertThat(answerTo(ALLOWED)).startsWith("HTTP/1.1 200 OK");
  }

  @Test
  void rulesThatChangeHoldAtOnce() throws IOException {
    letIn(port + 1, port + 2);
    assertThatThrownBy(() -> answerTo(ALLOWED)).isInstanceOf(SocketException.class);

    letIn(port - 1, port + 1);
    assertThat(answerTo(ALLOWED)).startsWith("HTTP/1.1 200 OK");
  }

  private void letIn(int first, int last) {
    AddressBlock block = AddressBlock.parse("127.0.9.0/24").orElseThrow();
    InboundRule rule =
        new InboundRule(InboundRule.Protocol.TCP, first, last, List.of(block), List.of());
    cloud.securityGroup(new SecurityGroup(GROUP, "vpc-default", List.of(rule)));
  }

  private String answerTo(String source) throws IOException {
    try (Socket socket = connect(source)) {
      return exchange(socket);
    }
  }

  private Socket connect(String source) throws IOException {
    Socket socket = new Socket();
    socket.setSoTimeout(PATIENCE);
    socket.bind(new InetSocketAddress(source, 0));
    socket.connect(new InetSocketAddress(node, port), PATIENCE);
    return socket;
  }

  private static String exchange(Socket socket) throws IOException {
    socket.getOutputStream().write(REQUEST);
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      int next = socket.getInputStream().read();
      if (next < 0) {
        throw new SocketException("ended");
      }
      head.append((char) next);
    }
    return head.toString();
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
