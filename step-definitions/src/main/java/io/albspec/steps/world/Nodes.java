package io.albspec.steps.world;

import io.albspec.fixtures.client.RawClient;
import io.albspec.fixtures.client.Response;
import io.albspec.fixtures.tls.TlsClient;
import io.albspec.fixtures.tls.TlsOffer;
import io.albspec.steps.api.Answer;
import io.albspec.steps.api.Answer.Result;
import io.albspec.steps.api.Members;
import io.albspec.steps.verdict.SetupException;
import io.albspec.steps.world.Resources.Listener;
import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * Where the load balancers of a scenario can be reached: at the addresses DescribeLoadBalancers
 * shows for each zone, or else at those their DNS names stand for.
 */
public final class Nodes {

  private static final Duration ANSWER = Duration.ofSeconds(2);
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final Calls calls;
  private final RawClient client = new RawClient(PATIENCE);
  private final Map<String, List<InetAddress>> known = new LinkedHashMap<>();

  private final Map<String, InetAddress> ipv6 = new HashMap<>();

  /** Asks with these calls. */
  public Nodes(Calls calls) {
    this.calls = calls;
  }

  /**
   * The address in each zone of a balancer, in the order of the zones' names. They are remembered,
   * so that it can be seen that nobody answers there after the balancer is gone.
   */
  public List<InetAddress> of(String balancerArn) {
    return known.computeIfAbsent(balancerArn, this::described);
  }

  /** The addresses as they are now; they are remembered from now on. */
  public List<InetAddress> ofNow(String balancerArn) {
    known.remove(balancerArn);
    return of(balancerArn);
  }

  /**
   * The address of IPv6 of a balancer. The first is remembered, so that it can be seen that nobody
   * answers there any more. Empty if it never had one.
   */
  Optional<InetAddress> ipv6Of(String balancerArn) {
    Optional<InetAddress> known = Optional.ofNullable(ipv6.get(balancerArn));
    Optional<InetAddress> address = known.or(() -> describedIpv6(balancerArn));
    address.ifPresent(found -> ipv6.put(balancerArn, found));
    return address;
  }

  private Optional<InetAddress> describedIpv6(String balancerArn) {
    Result result = description(balancerArn);
    Optional<InetAddress> shown =
        result
            .each("LoadBalancers[1].AvailabilityZones")
            .flatMap(zone -> zone.at("LoadBalancerAddresses[1].IPv6Address").stream())
            .map(ip -> address(ip).get(0))
            .findFirst();
    return shown.or(
        () ->
            address(result.text("LoadBalancers[1].DNSName")).stream()
                .filter(Inet6Address.class::isInstance)
                .findFirst());
  }

  private Result description(String arn) {
    Answer answer =
        calls.aside("DescribeLoadBalancers", new Members().with("LoadBalancerArns[1]", arn));
    if (answer instanceof Result result) {
      return result;
    }
    throw new SetupException("the load balancer has no address: " + answer);
  }

  private List<InetAddress> described(String arn) {
    Result result = description(arn);
    Map<String, InetAddress> byZone = new TreeMap<>();
    result
        .each("LoadBalancers[1].AvailabilityZones")
        .forEach(
            zone ->
                zone.at("LoadBalancerAddresses[1].IpAddress")
                    .ifPresent(ip -> byZone.put(zone.text("ZoneName"), address(ip).get(0))));
    return byZone.isEmpty()
        ? address(result.text("LoadBalancers[1].DNSName"))
        : new ArrayList<>(byZone.values());
  }

  private static List<InetAddress> address(String name) {
    try {
      return List.of(InetAddress.getAllByName(name));
    } catch (UnknownHostException e) {
      throw new SetupException("the load balancer's address is not known", e);
    }
  }

  /**
   * Connects to a listener of a balancer.
   *
   * @throws IOException if the connection is refused
   */
  public ClientConnection connect(InetAddress node, int port) throws IOException {
    return new ClientConnection(client.connect(node, port), node);
  }

  /**
   * Connects to a listener, and makes a handshake if it is one for HTTPS.
   *
   * @param client remembers sessions
   * @throws IOException if the connection is refused; a handshake that is refused does not matter
   */
  ClientConnection connect(InetAddress node, Listener listener, TlsClient client, TlsOffer offer)
      throws IOException {
    return connect(node, listener, client, offer, first -> first);
  }

  /**
   * The same with the first message in pieces.
   *
   * @param pieces gets the message as the only piece; each piece goes in a segment of its own
   */
  ClientConnection connect(
      InetAddress node,
      Listener listener,
      TlsClient client,
      TlsOffer offer,
      UnaryOperator<List<byte[]>> pieces)
      throws IOException {
    ClientConnection connection = connect(node, listener.port());
    if (listener.secure()) {
      connection.secure(client.layer(offer, node.getHostAddress() + ":" + listener.port()), pieces);
    }
    return connection;
  }

  /** What a node answers to a request for a path on a fresh connection; empty if nothing. */
  String bodyOf(InetAddress node, Listener listener, String path) {
    try (ClientConnection connection = connect(node, listener, new TlsClient(), TlsOffer.of(""))) {
      connection.ask(Request.get(path));
      connection.receive(ANSWER);
      return connection.responses().stream().map(Response::bodyText).findFirst().orElse("");
    } catch (IOException notYet) {
      return "";
    }
  }
}
