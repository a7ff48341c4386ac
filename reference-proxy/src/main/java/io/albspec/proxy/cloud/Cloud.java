package io.albspec.proxy.cloud;

import io.albspec.proxy.cloud.certificate.Certificate;
import io.albspec.proxy.cloud.certificate.LearnedCertificate;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/**
 * The simulated surroundings: what is described, and what was learned since.
 *
 * <p>Unless the description says otherwise, ids of the form AWS gives out are learned when they are
 * first used, so that commands copied from the guide work: subnets and instances take the zones in
 * turn, instances answer on 127.0.0.1 unless they were given an address, certificates are signed by
 * themselves, security groups let everything in, and every VPC id is another name for the first
 * VPC.
 */
public final class Cloud {

  private final Map<String, Subnet> subnets = new LinkedHashMap<>();
  private final Map<String, Instance> instances = new LinkedHashMap<>();
  private final Map<String, SecurityGroup> securityGroups = new ConcurrentHashMap<>();
  private final Map<String, Certificate> imported = new ConcurrentHashMap<>();
  private final Map<String, Certificate> certificates = new ConcurrentHashMap<>();
  private final List<Runnable> watchers = new CopyOnWriteArrayList<>();
  private volatile Description described;
  private int nextSubnet;
  private int nextInstance;

  /** The usual surroundings. */
  public Cloud() {
    this(Description.usual());
  }

  /** Surroundings as they are described. */
  public Cloud(Description description) {
    this.described = description;
  }

  /** The account that owns everything. */
  public String account() {
    return described.account();
  }

  /** The region of the zones. */
  public String region() {
    return described.region();
  }

  /**
   * Describes everything anew, except account and region, which stay; what was learned stays too.
   * Those who watch are told.
   */
  public void describe(Description description) {
    described = description;
    watchers.forEach(Runnable::run);
  }

  /** Runs an action after each change of what is there, until the result is closed. */
  public Watch watch(Runnable action) {
    watchers.add(action);
    return () -> watchers.remove(action);
  }

  /** Watches for changes. */
  @FunctionalInterface
  public interface Watch extends AutoCloseable {

    /** Watches no more. */
    @Override
    void close();
  }

  /** Gives an instance an address and a zone, whether it is known or new. */
  public Cloud instance(String id, InetAddress address, Zone zone) {
    return instance(Instance.running(id, described.firstVpc().id(), address, zone));
  }

  /** Puts an instance in the place of the one of its id, if there is one. */
  public Cloud instance(Instance instance) {
    boolean changed;
    synchronized (this) {
      Optional<Instance> before = found(instance.id(), instances, described.instances());
      changed = before.isPresent() && !before.get().equals(instance);
      instances.put(instance.id(), instance);
    }
    if (changed) {
      watchers.forEach(Runnable::run);
    }
    return this;
  }

  /** Puts a subnet into a zone, whether it is known or new. */
  public Cloud subnet(String id, Zone zone) {
    return subnet(Subnet.of(id, described.firstVpc().id(), zone));
  }

  /** Puts a subnet in the place of the one of its id, if there is one. */
  public synchronized Cloud subnet(Subnet subnet) {
    subnets.put(subnet.id(), subnet);
    return this;
  }

  /** Puts a security group in the place of the one of its id, if there is one. */
  public Cloud securityGroup(SecurityGroup group) {
    securityGroups.put(group.id(), group);
    return this;
  }

  /** The zones, in the order described. */
  public List<Zone> zones() {
    return List.copyOf(described.zones().values());
  }

  /** The zone of that name. */
  public Optional<Zone> zone(String name) {
    return Optional.ofNullable(described.zones().get(name));
  }

  /** The VPC of that id; the first one if the id is only learned. */
  public Optional<Vpc> vpc(String id) {
    Optional<Vpc> vpc = Optional.ofNullable(described.vpcs().get(id));
    return vpc.isEmpty() && learns(Ids.VPC, id) ? Optional.of(described.firstVpc()) : vpc;
  }

  /** A subnet, empty if there is no such subnet. */
  public synchronized Optional<Subnet> subnet(String id) {
    Optional<Subnet> known = found(id, subnets, described.subnets());
    if (known.isEmpty() && learns(Ids.SUBNET, id)) {
      subnet(id, described.turn(nextSubnet++));
    }
    return found(id, subnets, described.subnets());
  }

  /** An instance, empty if there is no such instance. */
  public synchronized Optional<Instance> instance(String id) {
    if (!knowsInstance(id) && learns(Ids.INSTANCE, id)) {
      InetAddress address = InetAddress.getLoopbackAddress();
      Zone zone = described.turn(nextInstance++);
      instances.put(id, Instance.running(id, described.firstVpc().id(), address, zone));
    }
    return found(id, instances, described.instances());
  }

  /** Whether an instance is described, or has been given an address, or was used before. */
  public synchronized boolean knowsInstance(String id) {
    return found(id, instances, described.instances()).isPresent();
  }

  /** The instance whose primary private address that is, if it is described. */
  public Optional<Instance> instanceAt(InetAddress address) {
    return described.instanceAt(address);
  }

  /** A security group, empty if there is no such group. Asked for each connection: no lock. */
  public Optional<SecurityGroup> securityGroup(String id) {
    Optional<SecurityGroup> known = found(id, securityGroups, described.securityGroups());
    return known.isEmpty() && learns(Ids.SECURITY_GROUP, id)
        ? Optional.of(SecurityGroup.open(id, described.firstVpc().id()))
        : known;
  }

  /** A certificate, empty if there is none of that ARN. */
  public Optional<Certificate> certificate(String arn) {
    Optional<Certificate> known = found(arn, imported, described.certificates());
    return known.isEmpty() && learns(Ids.CERTIFICATE, arn)
        ? Optional.of(certificates.computeIfAbsent(arn, Cloud::learned))
        : known;
  }

  private static Certificate learned(String arn) {
    return LearnedCertificate.of(arn, Instant.now());
  }

  /** Puts a certificate in the place of the one of its ARN, if there is one, as if imported. */
  public Cloud certificate(Certificate certificate) {
    if (imported.put(certificate.arn(), certificate) != null) {
      watchers.forEach(Runnable::run);
    }
    return this;
  }

  /** The zone of an address of the VPC, empty if the address is outside it. */
  public Optional<Zone> zone(Vpc vpc, InetAddress address) {
    Stream<Zone> ofSubnets =
        described.subnets().values().stream()
            .filter(subnet -> subnet.vpc().equals(vpc.id()) && subnet.contains(address))
            .map(Subnet::zone);
    if (address instanceof Inet6Address) {
      return ofSubnets.findFirst();
    }
    if (!vpc.contains(address)) {
      return Optional.empty();
    }
    Stream<Zone> ofNodes =
        described.zones().values().stream().filter(zone -> zone.hasNode(address));
    return Stream.of(ofSubnets, ofNodes, Stream.of(described.turn(0)))
        .flatMap(zones -> zones)
        .findFirst();
  }

  /**
   * Whether security groups together let connections in.
   *
   * @param groups their ids; those that are not there let nothing in
   * @param client where the connection comes from
   * @param port that it is for
   */
  public boolean allows(Collection<String> groups, InetAddress client, int port) {
    return groups.stream()
        .flatMap(id -> securityGroup(id).stream())
        .flatMap(group -> group.inbound().stream())
        .filter(rule -> rule.coversPort(port))
        .anyMatch(rule -> rule.names(client) || isMember(client, rule.groups()));
  }

  private synchronized boolean isMember(InetAddress client, List<String> groups) {
    return !groups.isEmpty()
        && Stream.concat(instances.values().stream(), described.instances().values().stream())
            .filter(instance -> instance.isAt(client))
            .anyMatch(instance -> instance.securityGroups().stream().anyMatch(groups::contains));
  }

  private boolean learns(Ids form, String id) {
    return described.learnsIds() && form.isOf(id);
  }

  private static <T> Optional<T> found(
      String id, Map<String, T> learned, Map<String, T> described) {
    return Optional.ofNullable(learned.get(id)).or(() -> Optional.ofNullable(described.get(id)));
  }
}
