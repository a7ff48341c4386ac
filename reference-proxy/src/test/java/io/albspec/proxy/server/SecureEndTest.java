package io.albspec.proxy.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.albspec.proxy.desync.Mode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The end of TLS is the end of the TCP connection below it: FIN comes behind close_notify. */
@Timeout(60)
class SecureEndTest {

  private static final int BUDGET_MILLIS = 5000;

  private ProxyUnderTest proxy;
  private Socket below;
  private SSLSocket client;

  @BeforeEach
  void start() throws Exception {
    proxy = ProxyUnderTest.secured(Mode.STRICTEST);
  }

  @AfterEach
  void stop() throws Exception {
    below.close();
    proxy.close();
  }

  private void connect(String version, String protocol) throws Exception {
    below = new Socket(InetAddress.getLoopbackAddress(), proxy.port());
    below.setSoTimeout(BUDGET_MILLIS);
    client =
        (SSLSocket)
            Http2Peer.context()
                .getSocketFactory()
                .createSocket(below, "localhost", proxy.port(), false);
    SSLParameters parameters = client.getSSLParameters();
    parameters.setApplicationProtocols(new String[] {protocol});
    parameters.setProtocols(new String[] {version});
    client.setSSLParameters(parameters);
    client.startHandshake();
  }

  private void send(String text) throws IOException {
    client.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
  }

  /** Whether FIN comes, though the client says nothing to what comes before. */
  private boolean isEndedBelow() throws IOException {
    InputStream in = below.getInputStream();
    int next;
    do {
      next = in.read();
    } while (next >= 0);
    return true;
  }

  @ParameterizedTest
  @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
  void theBalancerEndsAConnectionOfHttp2(String version) throws Exception {
    connect(version, "h2");
    send("this is no preface of HTTP/2, ");

    assertThat(isEndedBelow()).isTrue();
  }

  @Test
  void theBalancerEndsAConnectionWhoseRequestHasNotAllBeenRead() throws Exception {
    connect("TLSv1.3", "http/1.1");
    send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\nContent-Length: 10\r\n\r\n");

    assertThat(isEndedBelow()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
  void whatIsStillOnItsWayResetsNothing(String version) throws Exception {
    connect(version, "h2");
    OutputStream out = client.getOutputStream();
    out.write(Http2Peer.PREFACE);
    out.write(Http2Peer.encoded(Frame.SETTINGS, Frame.NO_FLAG, 0));
    byte[] upload =
        Http2Peer.block(
            ":method", "POST", ":scheme", "https", ":path", "/", ":authority", "example.com");
    out.write(Http2Peer.encoded(Frame.HEADERS, Frame.END_HEADERS, 1, upload));
    byte[] large = Http2Peer.block(":path", "/", "a", "x".repeat(9000));
    out.write(Http2Peer.encoded(Frame.HEADERS, Frame.END_HEADERS, 3, large));
    for (int i = 0; i < 50; i++) {
      out.write(Http2Peer.encoded(Frame.DATA, Frame.NO_FLAG, 1, new byte[10_000]));
    }

    assertThat(isEndedBelow()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"h2", "http/1.1"})
  void theClientEndsTls(String protocol) throws Exception {
    connect("TLSv1.3", protocol);

    client.shutdownOutput();
    assertThat(isEndedBelow()).isTrue();
  }
}
