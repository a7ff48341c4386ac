package io.albspec.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.elasticloadbalancingv2.ElasticLoadBalancingV2Client;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Action;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Certificate;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancer;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetDescription;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetTypeEnum;

/**
 * WebSockets over TLS between libraries that others have written: Java's client, Jetty's server.
 */
@Timeout(60)
class SecureWebSocketTest {

  private static final int PORT = 8443;
  private static final int SOON_SECONDS = 20;
  private static final int LARGE = 1024 * 1024;
  private static final String CERTIFICATE =
      "arn:aws:acm:us-east-2:123456789012:certificate/12345678-1234-1234-1234-123456789012";

  @TempDir private Path data;

  private EchoServer target;
  private ReferenceProxy proxy;
  private String node;

  @BeforeEach
  void start() throws Exception {
    target = EchoServer.start("127.0.0.1");
    proxy = ReferenceProxy.builder().dataDir(data).workers(1).start();
    try (ElasticLoadBalancingV2Client api =
        ElasticLoadBalancingV2Client.builder()
            .endpointOverride(proxy.endpoint())
            .region(Region.US_EAST_2)
            .credentialsProvider(
                StaticCredentialsProvider.create(AwsBasicCredentials.create("any", "any")))
            .build()) {
      node = listen(api);
    }
  }

  private String listen(ElasticLoadBalancingV2Client api) {
    LoadBalancer balancer =
        api.createLoadBalancer(b -> b.name("sockets").subnets("subnet-a", "subnet-b"))
            .loadBalancers()
            .get(0);
    String group =
        api.createTargetGroup(
                g ->
                    g.name("echo")
                        .protocol("HTTP")
                        .port(target.port())
                        .vpcId("vpc-default")
                        .targetType(TargetTypeEnum.IP))
            .targetGroups()
            .get(0)
            .targetGroupArn();
    TargetDescription one = TargetDescription.builder().id("127.0.0.1").build();
    api.registerTargets(r -> r.targetGroupArn(group).targets(one));
    api.createListener(
        l ->
            l.loadBalancerArn(balancer.loadBalancerArn())
                .protocol("HTTPS")
                .port(PORT)
                .sslPolicy("ELBSecurityPolicy-TLS13-1-2-2021-06")
                .certificates(Certificate.builder().certificateArn(CERTIFICATE).build())
                .defaultActions(Action.builder().type("forward").targetGroupArn(group).build()));
    return balancer.availabilityZones().get(0).loadBalancerAddresses().get(0).ipAddress();
  }

  @AfterEach
  void stop() throws Exception {
    proxy.close();
    target.stop();
  }

  @ParameterizedTest
  @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
  void messagesOfEveryKindAndSizePassBothWays(String version) throws Exception {
    byte[] large = new byte[LARGE];
    new Random(1).nextBytes(large);
    Received received = new Received();
    WebSocket socket = connect(version, received);

    socket.sendText("hello", true).join();
    assertThat(received.next()).isEqualTo("hello");
    socket.sendBinary(ByteBuffer.wrap(large, 0, 1000), false).join();
    socket.sendBinary(ByteBuffer.wrap(large, 1000, LARGE - 1000), true).join();
    assertThat(received.next()).isEqualTo(ByteBuffer.wrap(large));
    socket.sendPing(ByteBuffer.wrap(large, 0, 100)).join();
    assertThat(received.next()).isEqualTo(ByteBuffer.wrap(large, 0, 100));
    socket.sendClose(4001, "enough").join();
    assertThat(received.next()).isEqualTo("closed 4001 enough");
  }

  private WebSocket connect(String version, Received received) throws Exception {
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, new TrustManager[] {new AnyServer()}, null);
    SSLParameters parameters = new SSLParameters();
    parameters.setProtocols(new String[] {version});
    return HttpClient.newBuilder()
        .sslContext(context)
        .sslParameters(parameters)
        .build()
        .newWebSocketBuilder()
        .buildAsync(URI.create("wss://%s:%d/chat".formatted(node, PORT)), received)
        .get(SOON_SECONDS, TimeUnit.SECONDS);
  }

  /** What comes, message by message. */
  private static final class Received implements WebSocket.Listener {

    private final BlockingQueue<Object> messages = new LinkedBlockingQueue<>();
    private final StringBuilder text = new StringBuilder();
    private ByteBuffer bytes = ByteBuffer.allocate(2 * LARGE);

    Object next() throws InterruptedException {
      return messages.poll(SOON_SECONDS, TimeUnit.SECONDS);
    }

    @Override
    public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
      text.append(data);
      if (last) {
        messages.add(text.toString());
        text.setLength(0);
      }
      socket.request(1);
      return null;
    }

    @Override
    public CompletionStage<?> onBinary(WebSocket socket, ByteBuffer data, boolean last) {
      bytes.put(data);
      if (last) {
        messages.add(bytes.flip());
        bytes = ByteBuffer.allocate(2 * LARGE);
      }
      socket.request(1);
      return null;
    }

    @Override
    public CompletionStage<?> onPong(WebSocket socket, ByteBuffer data) {
      messages.add(ByteBuffer.allocate(data.remaining()).put(data).flip());
      socket.request(1);
      return null;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
      messages.add("closed " + code + " " + reason);
      return null;
    }
  }

  /** Accepts whatever certificate, for whatever host. */
  private static final class AnyServer extends X509ExtendedTrustManager {

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) {}

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) {}

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) {}

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return new X509Certificate[0];
    }
  }
}
