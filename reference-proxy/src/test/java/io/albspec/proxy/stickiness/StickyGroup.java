package io.albspec.proxy.stickiness;

import io.albspec.proxy.exchange.Exchange;
import io.albspec.proxy.target.ProtocolVersion;
import io.albspec.proxy.target.Stickiness;
import io.albspec.proxy.target.Target;
import io.albspec.proxy.target.TargetGroup;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A target group that chooses its eligible targets in turn. */
final class StickyGroup implements TargetGroup {

  final List<Target> eligible = new ArrayList<>();
  private final String arn;
  private final Stickiness stickiness;
  private int next;

  private StickyGroup(String arn, Stickiness stickiness, int... ports) {
    this.arn = arn;
    this.stickiness = stickiness;
    Arrays.stream(ports).mapToObj(StickyGroup::target).forEach(eligible::add);
  }

  static StickyGroup byDuration(String arn, int seconds, int... ports) {
    return new StickyGroup(
        arn,
        new Stickiness(Stickiness.Type.LOAD_BALANCER_COOKIE, "", Duration.ofSeconds(seconds)),
        ports);
  }

  static StickyGroup byCookie(String arn, String name, int seconds, int... ports) {
    return new StickyGroup(
        arn,
        new Stickiness(Stickiness.Type.APPLICATION_COOKIE, name, Duration.ofSeconds(seconds)),
        ports);
  }

  static StickyGroup withoutSessions(String arn, int... ports) {
    return new StickyGroup(arn, Stickiness.NONE, ports);
  }

  static Target target(int port) {
    InetAddress loopback = InetAddress.getLoopbackAddress();
    return new Target(new InetSocketAddress(loopback, port), loopback);
  }

  /** The target on that port gets no more requests. */
  void lose(int port) {
    eligible.removeIf(each -> each.address().getPort() == port);
  }

  @Override
  public String arn() {
    return arn;
  }

  @Override
  public ProtocolVersion protocolVersion() {
    return ProtocolVersion.HTTP1;
  }

  @Override
  public boolean isEmpty() {
    return eligible.isEmpty();
  }

  @Override
  public Stickiness stickiness() {
    return stickiness;
  }

  @Override
  public Target eligible(Exchange exchange, String identity) {
    return eligible.stream()
        .filter(each -> each.identity().equals(identity))
        .findFirst()
        .orElse(null);
  }

  @Override
  public Target choose(Exchange exchange) {
    return eligible.isEmpty() ? null : eligible.get(next++ % eligible.size());
  }
}
