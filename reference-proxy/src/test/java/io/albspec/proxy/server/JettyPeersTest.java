package io.albspec.proxy.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.albspec.proxy.desync.Mode;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.eclipse.jetty.client.BytesRequestContent;
import org.eclipse.jetty.client.CompletableResponseListener;
import org.eclipse.jetty.client.ContentResponse;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.http2.client.HTTP2Client;
import org.eclipse.jetty.http2.client.transport.HttpClientTransportOverHTTP2;
import org.eclipse.jetty.http2.server.HTTP2CServerConnectionFactory;
import org.eclipse.jetty.io.ClientConnector;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Jetty's own HTTP/2 on both sides of ours: its client, the balancer, its server. */
@Timeout(120)
class JettyPeersTest {

  private static final int REQUESTS = 1_000;
  private static final int MOST_BYTES = 200_000;
  private static final long SEED = 20;

  private final Server server = new Server();
  private final HttpClient client = client();
  private ProxyUnderTest proxy;

  @BeforeEach
  void start() throws Exception {
    HttpConfiguration configuration = new HttpConfiguration();
    ServerConnector connector =
        new ServerConnector(server, new HTTP2CServerConnectionFactory(configuration));
    connector.setHost("127.0.0.1");
    server.addConnector(connector);
    server.setHandler(new Echo());
    server.start();
    client.start();
    proxy = ProxyUnderTest.secured(Mode.DEFENSIVE);
    proxy.http2Target(
        new InetSocketAddress(InetAddress.getLoopbackAddress(), connector.getLocalPort()));
  }

  @AfterEach
  void stop() throws Exception {
    client.stop();
    server.stop();
    assertThat(proxy.heldInTheEnd()).isEqualTo(Held.NOTHING);
    proxy.close();
  }

  private static HttpClient client() {
    ClientConnector connector = new ClientConnector();
    SslContextFactory.Client tls = new SslContextFactory.Client(true);
    tls.setEndpointIdentificationAlgorithm(null);
    connector.setSslContextFactory(tls);
    HttpClient client =
        new HttpClient(new HttpClientTransportOverHTTP2(new HTTP2Client(connector)));
    client.setMaxConnectionsPerDestination(1);
    client.setMaxRequestsQueuedPerDestination(REQUESTS);
    return client;
  }

  @Test
  void manyRequestsOnOneConnectionComeBackAsTheyWere() throws Exception {
    Random random = new Random(SEED);
    List<byte[]> bodies = new ArrayList<>();
    List<CompletableFuture<ContentResponse>> responses = new ArrayList<>();

    for (int i = 0; i < REQUESTS; i++) {
      byte[] body = new byte[i % 10 == 0 ? random.nextInt(MOST_BYTES) : random.nextInt(2_000)];
      random.nextBytes(body);
      bodies.add(body);
      org.eclipse.jetty.client.Request request =
          client
              .POST("https://127.0.0.1:" + proxy.port() + "/http2/" + i)
              .body(new BytesRequestContent(body));
      responses.add(new CompletableResponseListener(request, 2 * MOST_BYTES).send());
    }

    for (int i = 0; i < REQUESTS; i++) {
      ContentResponse response = responses.get(i).get();
      assertThat(response.getStatus()).isEqualTo(200);
      assertThat(response.getHeaders().get("x-path")).isEqualTo("/http2/" + i);
      assertThat(response.getContent()).isEqualTo(bodies.get(i));
    }
  }

  /** Answers with what it gets. */
  private static final class Echo extends Handler.Abstract {

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
      response.getHeaders().put("x-path", Request.getPathInContext(request));
      Content.copy(request, response, callback);
      return true;
    }
  }
}
