package io.albspec.proxy.dns;

import static org.assertj.core.api.Assertions.assertThat;

import io.albspec.proxy.time.ManualTime;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

@Timeout(60)
class HostileDnsClientsTest {

  private static final int FLOOD = 20_000;
  private static final int BUDGET_MILLIS = 10_000;
  private static final Instant START = Instant.parse("2024-03-08T12:00:00Z");

  private final ManualTime time = new ManualTime(START);
  private final List<Socket> sockets = new ArrayList<>();
  private DnsServer server;

  @BeforeEach
  void start() throws IOException {
    server = DnsServer.start(new KnownNames().with("web-1", "127.0.1.4"), 0, time);
  }

  @AfterEach
  void stop() throws IOException {
    for (Socket each : sockets) {
      each.close();
    }
    server.close();
  }

  @Test
  void queriesInOneSegmentAreAnsweredInTurn() throws Exception {
    Socket client = connect();
    byte[] query = framed(query().toWire());
    byte[] both = new byte[2 * query.length];
    System.arraycopy(query, 0, both, 0, query.length);
    System.arraycopy(query, 0, both, query.length, query.length);

    client.getOutputStream().write(both);

    assertThat(answer(client).getSection(Section.ANSWER)).hasSize(1);
    assertThat(answer(client).getSection(Section.ANSWER)).hasSize(1);
  }

  @Test
  void aQueryMayComeByteByByte() throws Exception {
    Socket client = connect();
    client.setTcpNoDelay(true);
    OutputStream out = client.getOutputStream();

    for (byte each : framed(query().toWire())) {
      out.write(each);
      out.flush();
    }

    assertThat(answer(client).getSection(Section.ANSWER)).hasSize(1);
  }

  @Test
  void whoeverIsSlowIsLeft() throws Exception {
    Socket slow = connect();
    slow.getOutputStream().write(new byte[] {0, 30, 1});
    Socket silent = connect();
    Socket last = connect();
    last.getOutputStream().write(framed(query().toWire()));
    assertThat(answer(last).getSection(Section.ANSWER)).as("so all are accepted").hasSize(1);

    time.advance(Conversations.PATIENCE.plusSeconds(1));

    assertThat(slow.getInputStream().read()).isNegative();
    assertThat(silent.getInputStream().read()).isNegative();
    assertAnswered();
  }

  @Test
  void aCrowdOfIdleConnectionsKeepsNobodyOut() throws Exception {
    for (int i = 0; i < 3 * Conversations.MOST; i++) {
      connect();
    }

    Socket client = connect();
    client.getOutputStream().write(framed(query().toWire()));

    assertThat(answer(client).getSection(Section.ANSWER)).hasSize(1);
    assertThat(sockets.get(0).getInputStream().read()).isNegative();
  }

  @Test
  void whoeverTakesNoResponsesIsNotReadAnyMore() throws Exception {
    Socket greedy = connect();
    byte[] query = framed(query().toWire());
    Thread sender = new Thread(() -> send(greedy, query, FLOOD * 10));
    sender.setDaemon(true);
    sender.start();

    assertAnswered();
    sender.join(Duration.ofSeconds(1).toMillis());

    assertThat(sender.isAlive()).isTrue();
    assertAnswered();
  }

  @Test
  void afterAFloodItAnswersAsBefore() throws Exception {
    byte[] query = query().toWire();
    try (DatagramSocket flood = new DatagramSocket()) {
      for (int i = 0; i < FLOOD; i++) {
        flood.send(new DatagramPacket(query, query.length, server.address()));
      }
    }

    assertAnswered();
  }

  @Test
  void aMessageThatIsNoneIsAFormatError() throws Exception {
    byte[] query = query().toWire();
    query[12] = (byte) 0xFF;

    Message answer = overUdp(query);

    assertThat(answer.getRcode()).isEqualTo(Rcode.FORMERR);
    assertThat(answer.getHeader().getID()).isEqualTo(((query[0] & 0xFF) << 8) | (query[1] & 0xFF));
  }

  @Test
  void whatIsNoQueryIsNotAnswered() throws Exception {
    Message response = query();
    response.getHeader().setFlag(Flags.QR);
    try (DatagramSocket client = new DatagramSocket()) {
      for (byte[] each : List.of(new byte[0], new byte[11], response.toWire())) {
        client.send(new DatagramPacket(each, each.length, server.address()));
      }

      Message query = query();
      client.send(new DatagramPacket(query.toWire(), query.numBytes(), server.address()));
      assertThat(receive(client).getHeader().getID()).isEqualTo(query.getHeader().getID());
    }
  }

  private void assertAnswered() throws IOException {
    assertThat(overUdp(query().toWire()).getSection(Section.ANSWER)).hasSize(1);
  }

  /** A datagram may be lost while there are too many of them. */
  private Message overUdp(byte[] query) throws IOException {
    try (DatagramSocket client = new DatagramSocket()) {
      client.setSoTimeout(500);
      long end = System.nanoTime() + Duration.ofMillis(BUDGET_MILLIS).toNanos();
      while (System.nanoTime() < end) {
        client.send(new DatagramPacket(query, query.length, server.address()));
        try {
          return receive(client);
        } catch (SocketTimeoutException lost) {
          assertThat(server.address()).isNotNull();
        }
      }
      throw new IOException("no answer");
    }
  }

  private static Message receive(DatagramSocket client) throws IOException {
    DatagramPacket packet = new DatagramPacket(new byte[4096], 4096);
    client.receive(packet);
    return new Message(Arrays.copyOf(packet.getData(), packet.getLength()));
  }

  private Socket connect() throws IOException {
    Socket socket = new Socket();
    sockets.add(socket);
    InetSocketAddress address = server.address();
    socket.connect(address, BUDGET_MILLIS);
    socket.setSoTimeout(BUDGET_MILLIS);
    return socket;
  }

  private static void send(Socket socket, byte[] bytes, int times) {
    try {
      for (int i = 0; i < times; i++) {
        socket.getOutputStream().write(bytes);
      }
    } catch (IOException closed) {
      Thread.currentThread().interrupt();
    }
  }

  private static Message answer(Socket socket) throws IOException {
    DataInputStream in = new DataInputStream(socket.getInputStream());
    byte[] bytes = new byte[in.readUnsignedShort()];
    in.readFully(bytes);
    return new Message(bytes);
  }

  private static byte[] framed(byte[] message) {
    byte[] framed = new byte[message.length + 2];
    framed[0] = (byte) (message.length >> 8);
    framed[1] = (byte) message.length;
    System.arraycopy(message, 0, framed, 2, message.length);
    return framed;
  }

  private static Message query() throws IOException {
    Name name = Name.fromString("web-1." + KnownNames.DOMAIN + ".");
    return Message.newQuery(Record.newRecord(name, Type.A, DClass.IN));
  }
}
