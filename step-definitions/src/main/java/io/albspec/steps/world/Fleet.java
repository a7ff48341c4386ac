package io.albspec.steps.world;

import io.albspec.steps.clock.ManualClock;
import io.albspec.steps.evidence.Conversation;
import io.albspec.steps.evidence.Conversation.Side;
import io.albspec.steps.evidence.Transcript;
import io.albspec.steps.verdict.NotRunException;
import io.albspec.steps.verdict.SetupException;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The targets of a scenario by name. */
public final class Fleet implements NameSource, AutoCloseable {

  private static final Pattern NAME = Pattern.compile("(.+-\\d+)-(ip|port|other-port)");

  private static final byte[] IPV6_LOOPBACK = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1};

  private final Sut sut;
  private final Transcript transcript;
  private final Map<String, FleetMember> byName = new LinkedHashMap<>();

  /** Targets in the time of that system; what they exchange goes into the transcript. */
  public Fleet(Sut sut, Transcript transcript) {
    this.sut = sut;
    this.transcript = transcript;
  }

  /** Starts a target on a free port, unless there is one of that name. */
  public void start(String name) {
    if (!byName.containsKey(name)) {
      start(name, InetAddress.getLoopbackAddress(), 0);
    }
  }

  /** Starts a target on the loopback address of IPv6, unless there is one of that name. */
  void startOnIpv6(String name) {
    if (!byName.containsKey(name)) {
      try {
        start(name, InetAddress.getByAddress(IPV6_LOOPBACK), 0);
      } catch (UnknownHostException e) {
        throw new IllegalStateException("sixteen bytes are an address", e);
      }
    }
  }

  /**
   * Starts a target on that address and port.
   *
   * @throws NotRunException if the port may not be used on this machine
   */
  public void start(String name, InetAddress address, int port) {
    try {
      FleetMember member = new FleetMember(name, address, port, sut.clock());
      byName.put(name, member);
      transcript.from(() -> conversations(member));
      if (sut.clock() instanceof ManualClock clock) {
        clock.watch(member::traffic);
      }
    } catch (BindException e) {
      throw new NotRunException("privileged-ports", address + ":" + port + " may not be bound");
    } catch (IOException e) {
      throw new SetupException("the target " + name + " does not start", e);
    }
  }

  private static List<Conversation> conversations(FleetMember member) {
    return Stream.concat(
            member.requests().stream(), member.healthChecks().stream().map(each -> each.request()))
        .map(each -> new Conversation(Side.TARGET, member.name(), each.at(), each.transcript()))
        .toList();
  }

  /** The target of that name. */
  public FleetMember member(String name) {
    return Optional.ofNullable(byName.get(name))
        .orElseThrow(() -> new IllegalStateException("no target is called " + name));
  }

  /** The targets of a group with these numbers, from the first to the last. */
  public List<FleetMember> numbered(String group, int first, int last) {
    return IntStream.rangeClosed(first, last)
        .mapToObj(number -> member(group + "-" + number))
        .toList();
  }

  /** Whether a target is called so. */
  public boolean isMember(String name) {
    return byName.containsKey(name);
  }

  /** The targets of a group, which are called like it with a number behind, or that very one. */
  public List<FleetMember> named(String groupOrTarget) {
    return byName.values().stream()
        .filter(each -> each.name().matches("\\Q" + groupOrTarget + "\\E(-\\d+)?"))
        .toList();
  }

  /** The target that got the first request of the scenario. */
  private Optional<FleetMember> first() {
    return byName.values().stream()
        .filter(each -> !each.requests().isEmpty())
        .min(Comparator.comparing(each -> each.requests().get(0).at()));
  }

  /** The other target of the group of that one. */
  private Optional<FleetMember> beside(FleetMember one) {
    String group = one.name().substring(0, one.name().lastIndexOf('-'));
    return named(group).stream().filter(each -> each != one).findFirst();
  }

  @Override
  public Optional<String> value(String name) {
    return switch (name) {
      case "first-target" -> first().map(FleetMember::name);
      case "other-target" -> first().flatMap(this::beside).map(FleetMember::name);
      default -> address(name);
    };
  }

  private Optional<String> address(String name) {
    Matcher parts = NAME.matcher(name);
    if (!parts.matches() || !byName.containsKey(parts.group(1))) {
      return Optional.empty();
    }
    FleetMember member = byName.get(parts.group(1));
    return Optional.of(
        switch (parts.group(2)) {
          case "ip" -> member.host();
          case "port" -> Integer.toString(member.port());
          default -> Integer.toString(member.otherPort());
        });
  }

  @Override
  public void close() {
    byName.values().forEach(FleetMember::close);
  }
}
