package io.albspec.steps.world;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.albspec.fixtures.client.Response;
import io.albspec.fixtures.tls.TlsClient;
import io.albspec.fixtures.tls.TlsOffer;
import io.albspec.steps.clock.ManualClock;
import io.albspec.steps.evidence.Conversation;
import io.albspec.steps.evidence.Conversation.Side;
import io.albspec.steps.evidence.Transcript;
import io.albspec.steps.world.Resources.Listener;
import io.albspec.steps.world.Speech.Asked;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** The client connections of a scenario. */
public final class Clients implements NameSource, AutoCloseable {

  private static final Pattern REQUEST_LINE =
      Pattern.compile("^([A-Z]+) (\\S+) HTTP/1\\.[01]\r?$", Pattern.MULTILINE);

  private static final String HOST = "example.com";
  private static final String NO_CONNECTION = "the load balancer takes no connection to port ";

  /** How long a connection may take to be reset again that a kernel had accepted at first. */
  private static final Duration SETTLING = Duration.ofMillis(200);

  private final Sut sut;
  private final Nodes nodes;
  private final Resources resources;
  private final Readiness readiness;
  private final Transcript transcript;
  private final List<ClientConnection> connections = new ArrayList<>();
  private int uploaded;

  /** Clients of the newest load balancer; what they exchange goes into the transcript. */
  public Clients(
      Sut sut, Nodes nodes, Resources resources, Readiness readiness, Transcript transcript) {
    this.sut = sut;
    this.nodes = nodes;
    this.resources = resources;
    this.readiness = readiness;
    this.transcript = transcript;
  }

  /** Opens a connection to the listener in the zone with that number, from 0. */
  public ClientConnection open(int zone) {
    return open(zone, HOST);
  }

  /** The same, for a host: to an HTTPS listener it asks for that. */
  public ClientConnection open(int zone, String host) {
    return open(zone, resources.listener(), new TlsClient(), TlsOffer.of(host));
  }

  /** Opens one over which HTTP/2 is spoken if the listener agrees, and HTTP/1.1 if not. */
  public ClientConnection openHttp2(int zone, String host) {
    TlsOffer offer = TlsOffer.of(host).goingOnWith("h2", "http/1.1");
    return open(zone, resources.listener(), new TlsClient(), offer);
  }

  /** Opens a connection to the listener and makes an offer; the client may remember sessions. */
  public ClientConnection open(TlsClient client, TlsOffer offer) {
    return open(0, resources.listener(), client, offer);
  }

  /** The same with the first message in pieces, each in a segment of its own. */
  public ClientConnection open(
      TlsClient client, TlsOffer offer, UnaryOperator<List<byte[]>> pieces) {
    readiness.beforeTraffic();
    Listener listener = resources.listener();
    try {
      return keep(nodes.connect(node(0), listener, client, offer, pieces));
    } catch (IOException e) {
      throw new AssertionError(NO_CONNECTION + listener.port(), e);
    }
  }

  /** Opens a connection to the listener, and makes no handshake even if it is one for HTTPS. */
  public ClientConnection openUnsecured() {
    return open(0, resources.listener().port());
  }

  /** Makes an offer on a connection that whoever opens it closes, and that leaves no trace. */
  ClientConnection tryOut(TlsClient client, TlsOffer offer) {
    readiness.beforeTraffic();
    try {
      return nodes.connect(node(0), resources.listener(), client, offer);
    } catch (IOException e) {
      throw new AssertionError(NO_CONNECTION + resources.listener().port(), e);
    }
  }

  private ClientConnection open(int zone, Listener listener, TlsClient client, TlsOffer offer) {
    readiness.beforeTraffic();
    try {
      return keep(nodes.connect(node(zone), listener, client, offer));
    } catch (IOException e) {
      throw new AssertionError(NO_CONNECTION + listener.port(), e);
    }
  }

  private InetAddress node(int zone) {
    List<InetAddress> all = nodes.of(resources.balancer().arn());
    return all.get(zone % all.size());
  }

  /** Opens a connection to a port in the zone with that number, from 0, and sends nothing. */
  public ClientConnection open(int zone, int port) {
    readiness.beforeTraffic();
    try {
      return keep(nodes.connect(node(zone), port));
    } catch (IOException e) {
      throw new AssertionError(NO_CONNECTION + port, e);
    }
  }

  /** Opens a connection to the listener at a node. */
  public ClientConnection openAt(InetAddress node) {
    readiness.beforeTraffic();
    try {
      return keep(nodes.connect(node, resources.listener(), new TlsClient(), TlsOffer.of(HOST)));
    } catch (IOException e) {
      throw new AssertionError("the node at %s takes no connection".formatted(node), e);
    }
  }

  /** Opens a connection to the listener at the load balancer's address of IPv6. */
  public ClientConnection openIpv6() {
    return openAt(
        nodes
            .ipv6Of(resources.balancer().arn())
            .orElseThrow(() -> new AssertionError("the load balancer has no address of IPv6")));
  }

  /** Whether nobody can connect to the listener at the addresses of IPv4 it had at first. */
  public boolean noneCanConnectOverIpv4() {
    return noneCanConnect(resources.listener().port());
  }

  /** Whether nobody can connect to the listener over IPv6. */
  public boolean noneCanConnectOverIpv6() {
    int port = resources.listener().port();
    return nodes.ipv6Of(resources.balancer().arn()).filter(node -> connects(node, port)).isEmpty();
  }

  private ClientConnection keep(ClientConnection connection) {
    connections.add(connection);
    Instant opened = Instant.now();
    String title = "client %s to %s".formatted(connection.local(), connection.node());
    transcript.from(
        () -> List.of(new Conversation(Side.CLIENT, title, opened, connection.transcript())));
    if (sut.clock() instanceof ManualClock clock) {
      clock.watch(() -> connection.sentCount() + connection.receivedCount());
    }
    return connection;
  }

  /** Whether nobody accepts connections at a port, in any zone of the newest load balancer. */
  public boolean noneCanConnect(int port) {
    return nodes.of(resources.balancer().arn()).stream().noneMatch(node -> connects(node, port));
  }

  private boolean connects(InetAddress node, int port) {
    try (ClientConnection connection = nodes.connect(node, port)) {
      return connection.staysOpen(SETTLING);
    } catch (IOException refused) {
      return false;
    }
  }

  /** Sends bytes of any kind, and expects a response for each request line among them. */
  public void send(ClientConnection connection, byte[] bytes) {
    sendInPieces(connection, bytes, bytes.length);
  }

  /** The same, in pieces of a size, each in a segment of its own. */
  public void sendInPieces(ClientConnection connection, byte[] bytes, int size) {
    readiness.beforeTraffic();
    List<Asked> requests =
        REQUEST_LINE
            .matcher(new String(bytes, ISO_8859_1))
            .results()
            .map(line -> new Asked(line.group(1), line.group(2)))
            .toList();
    for (int from = 0; from < bytes.length; from += size) {
      byte[] piece = Arrays.copyOfRange(bytes, from, Math.min(from + size, bytes.length));
      connection.send(piece, from == 0 ? requests : List.of());
    }
  }

  /** Sends a request. */
  public void send(ClientConnection connection, Request request) {
    readiness.beforeTraffic();
    uploaded = request.body().length();
    connection.ask(request);
  }

  /** How many bytes the body of the newest request has. */
  public int uploaded() {
    return uploaded;
  }

  /** All final responses that have come, by the age of their connections. */
  List<Response> responses() {
    return connections.stream().flatMap(connection -> connection.responses().stream()).toList();
  }

  /** How many final responses have come on all connections; looks at each for so long. */
  int arrived(Duration look) {
    connections.forEach(connection -> connection.receive(look));
    return responses().size();
  }

  /** Whether there is any connection. */
  public boolean haveConnected() {
    return !connections.isEmpty();
  }

  /** The newest connection. */
  public ClientConnection newest() {
    if (connections.isEmpty()) {
      throw new IllegalStateException("no client has connected");
    }
    return connections.get(connections.size() - 1);
  }

  @Override
  public Optional<String> value(String name) {
    return connections.isEmpty() ? Optional.empty() : value(name, newest());
  }

  private static Optional<String> value(String name, ClientConnection connection) {
    return switch (name) {
      case "balancer-ip" -> Optional.of(AddressText.of(connection.node()));
      case "client-ip" -> Optional.of(AddressText.of(connection.local().getAddress()));
      case "client-port" -> Optional.of(Integer.toString(connection.local().getPort()));
      case "bytes-sent" -> Optional.of(Long.toString(connection.sentCount()));
      case "bytes-received" -> Optional.of(Long.toString(connection.receivedCount()));
      default -> Optional.empty();
    };
  }

  @Override
  public void close() {
    connections.forEach(ClientConnection::close);
  }
}
