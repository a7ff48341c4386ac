package io.albspec.proxy.cloud;

import java.net.InetAddress;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The account, region and VPC that a load balancer lives in. One VPC, {@code vpc-default}, holds
 * the whole loopback block; it has a subnet in each of three zones and a security group {@code
 * sg-default}.
 *
 * <p>Other ids of the form AWS gives out are registered when they are first used, so that commands
 * copied from the guide work: subnets and instances take the zones in turn, instances answer on
 * 127.0.0.1 unless they were given an address, and every VPC id is another name for the one VPC.
 */
public final class Cloud {

  private static final String ID = "(?:[0-9a-f]{8}|[0-9a-f]{17}|[0-9a-f]{1,10}EXAMPLE)";
  private static final List<Zone> ZONES = List.of(Zone.A, Zone.B, Zone.C);
  private static final Pattern SUBNET = Pattern.compile("subnet-" + ID);
  private static final Pattern SECURITY_GROUP = Pattern.compile("sg-(?:default|" + ID + ")");
  private static final Pattern VPC = Pattern.compile("vpc-(?:default|" + ID + ")");
  private static final Pattern CERTIFICATE =
      Pattern.compile(
          "arn:aws:(?:acm:[a-z0-9-]+:[0-9]{12}:certificate/[0-9a-f-]{36}"
              + "|iam::[0-9]{12}:server-certificate/[A-Za-z0-9+=,.@_/-]+)");
  private static final Pattern INSTANCE = Pattern.compile("i-" + ID);

  private final Map<String, Zone> subnets = new LinkedHashMap<>();
  private final Map<String, Instance> instances = new LinkedHashMap<>();
  private int nextSubnet;
  private int nextInstance;

  /** The surroundings as they are at first. */
  public Cloud() {
    for (Zone zone : ZONES) {
      subnets.put(zone.subnetId(), zone);
    }
  }

  /** The account that owns everything. */
  public String account() {
    return "123456789012";
  }

  /** The region of the three zones. */
  public String region() {
    return "us-east-2";
  }

  /** The VPC of every subnet and instance. */
  public String vpc() {
    return "vpc-default";
  }

  /** The security group of whoever names none. */
  public String securityGroup() {
    return "sg-default";
  }

  /** Gives an instance an address and a zone, whether it is known or new. */
  public synchronized Cloud instance(String id, InetAddress address, Zone zone) {
    instances.put(id, new Instance(id, address, zone));
    return this;
  }

  /** Puts a subnet into a zone, whether it is known or new. */
  public synchronized Cloud subnet(String id, Zone zone) {
    subnets.put(id, zone);
    return this;
  }

  /** The zone of a subnet, empty if there is no such subnet. */
  public synchronized Optional<Zone> subnet(String id) {
    if (!subnets.containsKey(id) && SUBNET.matcher(id).matches()) {
      subnets.put(id, turn(nextSubnet++));
    }
    return Optional.ofNullable(subnets.get(id));
  }

  /** An instance, empty if there is no such instance. */
  public synchronized Optional<Instance> instance(String id) {
    if (!instances.containsKey(id) && INSTANCE.matcher(id).matches()) {
      instances.put(id, new Instance(id, InetAddress.getLoopbackAddress(), turn(nextInstance++)));
    }
    return Optional.ofNullable(instances.get(id));
  }

  /** Whether an instance has been given an address or was used before. */
  public synchronized boolean knowsInstance(String id) {
    return instances.containsKey(id);
  }

  /** Whether there is such a VPC. */
  public boolean hasVpc(String id) {
    return VPC.matcher(id).matches();
  }

  /** Whether there is such a security group. */
  public boolean hasSecurityGroup(String id) {
    return SECURITY_GROUP.matcher(id).matches();
  }

  /** Whether there is such a certificate, of AWS Certificate Manager or of IAM. */
  public boolean hasCertificate(String arn) {
    return CERTIFICATE.matcher(arn).matches();
  }

  /** The zone of an address of the VPC, empty if the address is outside it. */
  public Optional<Zone> zone(InetAddress address) {
    return AddressBlock.VPC.contains(address) ? Optional.of(Zone.of(address)) : Optional.empty();
  }

  private static Zone turn(int number) {
    return ZONES.get(number % ZONES.size());
  }
}
