package io.albspec.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.Type;

@Timeout(120)
class MainTest {

  private static final int ENOUGH = 4096;
  private static final int FEW = 200;
  private static final int BUDGET_SECONDS = 20;
  private static final String REQUEST = "GET /slow HTTP/1.1\r\nHost: a\r\n\r\n";
  private static final String ANSWER = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi";

  @TempDir Path directory;

  @Test
  void onTermTheRequestInFlightFinishesAndTheExitCodeIsZero() throws Exception {
    try (ServerSocket target = target();
        RunningProxy proxy = RunningProxy.start(directory, ENOUGH)) {
      int port = freePort();
      InetAddress node = proxy.forward(port, target.getInetAddress(), target.getLocalPort());
      try (Socket client = request(node, port);
          Socket idle = new Socket(node, port);
          Socket atTarget = acceptRequest(target)) {

        proxy.terminate();
        RunningProxy.awaitRefusal(node, port);
        answer(atTarget);

        String response =
            new String(client.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(response).startsWith("HTTP/1.1 200 OK").endsWith("hi");
        assertThat(response).contains("Connection: close");
        assertThat(idle.getInputStream().read()).isNegative();
        assertThat(proxy.exitCode()).isZero();
      }
    }
  }

  @Test
  void aDamagedDataDirectoryKeepsItFromStarting() throws Exception {
    Path data = Files.createDirectory(directory.resolve("data"));
    Files.writeString(data.resolve("config.db"), "not what was left here");

    assertThatThrownBy(() -> RunningProxy.start(directory, ENOUGH))
        .hasMessageContaining("albspec proxy: the configuration in " + data.resolve("config.db"))
        .hasMessageContaining("cannot be used");
  }

  @Test
  void aRequestThatDoesNotFinishIsGivenUpAfterTheGrace() throws Exception {
    try (ServerSocket target = target();
        RunningProxy proxy = RunningProxy.start(directory, ENOUGH, "--grace", "0")) {
      int port = freePort();
      InetAddress node = proxy.forward(port, target.getInetAddress(), target.getLocalPort());
      try (Socket client = request(node, port);
          Socket atTarget = acceptRequest(target)) {

        proxy.terminate();

        assertThat(proxy.exitCode()).isZero();
        assertThat(atTarget.isConnected() && client.isConnected()).isTrue();
      }
    }
  }

  @Test
  void goesOnWhenThereAreFileDescriptorsAgain() throws Exception {
    try (ServerSocket target = target();
        RunningProxy proxy = RunningProxy.start(directory, FEW)) {
      int port = freePort();
      InetAddress node = proxy.forward(port, target.getInetAddress(), target.getLocalPort());

      Thread answering = new Thread(() -> answerAll(target));
      answering.start();
      assertThat(answerInTime(node, port)).isEqualTo("HTTP/1.1 200 OK");

      List<Socket> crowd = crowd(node, port, 2 * FEW);
      for (Socket each : crowd) {
        each.close();
      }

      assertThat(answerInTime(node, port)).isEqualTo("HTTP/1.1 200 OK");
      assertThat(proxy.errors())
          .hasSizeLessThan(20)
          .anyMatch(line -> line.contains("cannot accept connections"));
    }
  }

  @Test
  void theNameServerIsAtThePortThatWasChosenAndKnowsTheBalancer() throws Exception {
    int port = freePort();
    try (ServerSocket target = target();
        RunningProxy proxy =
            RunningProxy.start(directory, ENOUGH, "--dns-port", String.valueOf(port))) {
      InetAddress node = proxy.forward(freePort(), target.getInetAddress(), target.getLocalPort());
      SimpleResolver resolver =
          new SimpleResolver(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));

      Message answer =
          resolver.send(
              Message.newQuery(
                  Record.newRecord(Name.fromString(proxy.dnsName() + "."), Type.A, DClass.IN)));

      assertThat(proxy.dnsPort()).isEqualTo(port);
      assertThat(answer.getSection(Section.ANSWER))
          .extracting(Record::rdataToString)
          .contains(node.getHostAddress())
          .hasSize(2);
    }
  }

  @Test
  void aTemplateIsMadeBeforeTheEndpointIsTold() throws Exception {
    int port = freePort();
    try (ServerSocket target = target();
        RunningProxy proxy =
            RunningProxy.start(directory, ENOUGH, template(port, target.getLocalPort()))) {
      new Thread(() -> answerAll(target)).start();

      assertThat(answerInTime(proxy.node(), port)).isEqualTo("HTTP/1.1 200 OK");
    }

    assertThatThrownBy(() -> RunningProxy.start(directory, ENOUGH, template(port, 1)))
        .hasMessageContaining("a template is for a new balancer, and the data directory holds");
  }

  @Test
  void aTemplateThatCannotBeMadeIsSaidWithItsLine() {
    assertThatThrownBy(() -> RunningProxy.start(directory, ENOUGH, template(0, 1)))
        .hasMessageContaining(
            "template.yaml: line 4: the parameter ListenerPort breaks its MinValue of 1");
  }

  private static String[] template(int listenerPort, int targetPort) {
    return new String[] {
      "--template", "../docs/template.yaml",
      "--parameter", "ListenerPort=" + listenerPort,
      "--parameter", "BluePort=" + targetPort,
      "--parameter", "GreenPort=" + targetPort
    };
  }

  /** The first status line that is no complaint about a target out of reach. */
  private static String answerInTime(InetAddress node, int port) throws Exception {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(BUDGET_SECONDS);
    String line = "";
    while (!line.contains(" 200 ") && System.nanoTime() < end) {
      try (Socket client = request(node, port)) {
        client.setSoTimeout(BUDGET_SECONDS * 1000);
        line = new String(client.getInputStream().readNBytes(15), StandardCharsets.UTF_8);
      }
    }
    return line;
  }

  private static void answerAll(ServerSocket target) {
    try {
      while (true) {
        try (Socket socket = target.accept()) {
          head(socket.getInputStream());
          answer(socket);
        }
      }
    } catch (IOException closed) {
      return;
    }
  }

  private static ServerSocket target() throws IOException {
    ServerSocket target = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    target.setSoTimeout(BUDGET_SECONDS * 1000);
    return target;
  }

  private static List<Socket> crowd(InetAddress node, int port, int size) throws IOException {
    List<Socket> crowd = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      crowd.add(new Socket(node, port));
    }
    return crowd;
  }

  private static Socket request(InetAddress node, int port) throws IOException {
    Socket client = new Socket(node, port);
    client.getOutputStream().write(REQUEST.getBytes(StandardCharsets.UTF_8));
    return client;
  }

  /** The connection of the request; health checks, which come on others, are answered. */
  private static Socket acceptRequest(ServerSocket target) throws IOException {
    while (true) {
      Socket socket = target.accept();
      if (head(socket.getInputStream()).startsWith("GET /slow ")) {
        return socket;
      }
      answer(socket);
      socket.close();
    }
  }

  private static String head(InputStream in) throws IOException {
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      int b = in.read();
      if (b < 0) {
        break;
      }
      head.append((char) b);
    }
    return head.toString();
  }

  private static void answer(Socket socket) throws IOException {
    socket.getOutputStream().write(ANSWER.getBytes(StandardCharsets.UTF_8));
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
