package io.albspec.proxy.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.albspec.proxy.desync.Mode;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http2.server.HTTP2CServerConnectionFactory;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Exchanges with a target that speaks HTTP/2, which is Jetty's server. */
@Timeout(60)
class Http2TargetTest {

  private final Server server = new Server();
  private final CompletableFuture<Request> received = new CompletableFuture<>();
  private ServerConnector connector;
  private ProxyUnderTest proxy;

  @BeforeEach
  void start() throws Exception {
    connector =
        new ServerConnector(server, new HTTP2CServerConnectionFactory(new HttpConfiguration()));
    connector.setHost("127.0.0.1");
    server.addConnector(connector);
    server.setHandler(new Echo());
    server.start();
    proxy = new ProxyUnderTest(Mode.DEFENSIVE);
    proxy.http2Target(
        new InetSocketAddress(InetAddress.getLoopbackAddress(), connector.getLocalPort()));
  }

  @AfterEach
  void stop() throws Exception {
    proxy.close();
    server.stop();
  }

  private final class Echo extends Handler.Abstract {

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
      received.complete(request);
      switch (Request.getPathInContext(request)) {
        case "/http2/echo" -> Content.copy(request, response, callback);
        case "/http2/trailers" -> {
          response.setTrailersSupplier(() -> HttpFields.build().add("grpc-status", "0"));
          Callback then =
              Callback.from(() -> response.write(true, null, callback), callback::failed);
          response.write(false, ByteBuffer.wrap(new byte[] {'o', 'k'}), then);
        }
        case "/http2/reset" -> callback.failed(new IllegalStateException("reset"));
        default -> {
          response.setStatus(204);
          callback.succeeded();
        }
      }
      return true;
    }
  }

  @Test
  void theHeadIsThatOfHttp2AndSaysWhatOthersAreTold() throws Exception {
    try (Wire client = proxy.client()) {
      client.send("GET /http2/x?a=%20b HTTP/1.1\r\nHost: www.example.com\r\nAccept: */*\r\n\r\n");

      assertThat(client.head()).startsWith("HTTP/1.1 204 ");
      Request request = received.get(10, TimeUnit.SECONDS);
      assertThat(request.getConnectionMetaData().getHttpVersion().asString()).isEqualTo("HTTP/2.0");
      assertThat(request.getHttpURI().getPathQuery()).isEqualTo("/http2/x?a=%20b");
      assertThat(request.getHttpURI().getAuthority()).isEqualTo("www.example.com");
      assertThat(request.getHeaders().get("x-forwarded-proto")).isEqualTo("http");
      assertThat(request.getHeaders().get("accept")).isEqualTo("*/*");
      assertThat(request.getHeaders().get("connection")).isNull();
    }
  }

  @Test
  void bodiesGoBothWays() throws Exception {
    String body = "0123456789".repeat(20_000);
    try (Wire client = proxy.client()) {
      client.send("POST /http2/echo HTTP/1.1\r\nHost: a\r\nContent-Length: 200000\r\n\r\n");
      client.send(body);

      assertThat(client.head()).startsWith("HTTP/1.1 200 ").contains("Transfer-Encoding: chunked");
      assertThat(unchunked(client)).isEqualTo(body);
    }
  }

  private static String unchunked(Wire client) throws Exception {
    StringBuilder body = new StringBuilder();
    while (true) {
      String size = line(client);
      int length = Integer.parseInt(size, 16);
      if (length == 0) {
        return body.toString();
      }
      body.append(client.bytes(length));
      client.bytes(2);
    }
  }

  private static String line(Wire client) throws Exception {
    StringBuilder line = new StringBuilder();
    while (!line.toString().endsWith("\r\n")) {
      line.append(client.bytes(1));
    }
    return line.substring(0, line.length() - 2);
  }

  @Test
  void trailersAreKept() throws Exception {
    try (Wire client = proxy.client()) {
      client.send("GET /http2/trailers HTTP/1.1\r\nHost: a\r\n\r\n");

      assertThat(client.head()).startsWith("HTTP/1.1 200 ");
      assertThat(line(client)).isEqualTo("2");
      assertThat(client.bytes(4)).isEqualTo("ok\r\n");
      assertThat(line(client)).isEqualTo("0");
      assertThat(line(client)).isEqualTo("grpc-status: 0");
      assertThat(line(client)).isEmpty();
    }
  }

  @Test
  void aTargetThatIsNotThereIsABadGateway() throws Exception {
    server.stop();
    try (Wire client = proxy.client()) {
      client.send("GET /http2/x HTTP/1.1\r\nHost: a\r\n\r\n");

      assertThat(client.head()).startsWith("HTTP/1.1 502 ");
    }
  }

  @Test
  void manyExchangesShareAConnection() throws Exception {
    for (int i = 0; i < 50; i++) {
      try (Wire client = proxy.client()) {
        client.send("GET /http2/x HTTP/1.1\r\nHost: a\r\n\r\n");
        assertThat(client.head()).startsWith("HTTP/1.1 204 ");
      }
    }

    assertThat(connector.getConnectedEndPoints()).hasSize(1);
  }
}
