package io.albspec.steps.world;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.xbill.DNS.AAAARecord;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.Type;

/** Asks for the DNS names of load balancers. Nothing is remembered. */
public final class NameServer {

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Sut sut;
  private Optional<SimpleResolver> resolver = Optional.empty();

  /** Asks the name server of that system, or the machine's if it has none. */
  public NameServer(Sut sut) {
    this.sut = sut;
  }

  /**
   * What a name stands for.
   *
   * @param exists whether there is such a name
   * @param addresses of the version of IP that was asked for
   * @param seconds how long they may be kept, the shortest of them; 0 if there are none
   */
  public record Found(boolean exists, List<InetAddress> addresses, long seconds) {}

  /** Looks a name up. */
  public Found find(String name, boolean ipv6) {
    try {
      Name all = Name.fromString(name, Name.root);
      Record question = Record.newRecord(all, ipv6 ? Type.AAAA : Type.A, DClass.IN);
      return found(resolver().send(Message.newQuery(question)));
    } catch (IOException e) {
      throw new AssertionError("the name %s is not answered for".formatted(name), e);
    }
  }

  private static Found found(Message answer) {
    List<InetAddress> addresses = new ArrayList<>();
    long seconds = Long.MAX_VALUE;
    for (Record each : answer.getSection(Section.ANSWER)) {
      seconds = Math.min(seconds, each.getTTL());
      if (each instanceof ARecord record) {
        addresses.add(record.getAddress());
      } else if (each instanceof AAAARecord record) {
        addresses.add(record.getAddress());
      }
    }
    boolean exists = answer.getRcode() != Rcode.NXDOMAIN;
    return new Found(exists, List.copyOf(addresses), addresses.isEmpty() ? 0 : seconds);
  }

  private SimpleResolver resolver() throws UnknownHostException {
    if (resolver.isEmpty()) {
      Optional<InetSocketAddress> server = sut.deployment().nameServer();
      SimpleResolver made =
          server.isPresent() ? new SimpleResolver(server.get()) : new SimpleResolver();
      made.setTimeout(PATIENCE);
      resolver = Optional.of(made);
    }
    return resolver.get();
  }
}
