package io.albspec.proxy.cloud.file;

import io.albspec.proxy.cloud.Description;
import io.albspec.proxy.cloud.InboundRule;
import io.albspec.proxy.cloud.Instance;
import io.albspec.proxy.cloud.Subnet;
import io.albspec.proxy.cloud.Vpc;
import io.albspec.proxy.cloud.Zone;
import io.albspec.proxy.yaml.Value;
import io.albspec.proxy.yaml.YamlException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The instances. */
final class InstanceSection {

  private static final Set<String> MEMBERS =
      Set.of(
          "state",
          "subnet",
          "vpc",
          "zone",
          "address",
          "reached-at",
          "ports",
          "ipv6-address",
          "security-groups");

  private final Map<String, Zone> zones;
  private final Map<String, Vpc> vpcs;
  private final Map<String, Subnet> subnets;

  InstanceSection(Map<String, Zone> zones, Map<String, Vpc> vpcs, Map<String, Subnet> subnets) {
    this.zones = zones;
    this.vpcs = vpcs;
    this.subnets = subnets;
  }

  Map<String, Instance> read(Entry file) throws YamlException {
    List<Instance> instances = new ArrayList<>();
    for (Map.Entry<String, Value> each : file.section("instances").entrySet()) {
      Entry entry = Entry.of("instances." + each.getKey(), each.getValue(), MEMBERS);
      if (!each.getKey().startsWith("i-")) {
        throw new YamlException(
            each.getValue().place(), entry.path() + " must be an id that begins with i-");
      }
      instances.add(instance(each.getKey(), entry));
    }
    return Description.byName(instances, Instance::id);
  }

  private Instance instance(String id, Entry entry) throws YamlException {
    Optional<Subnet> subnet = subnet(entry);
    InetAddress address = entry.address("address").orElse(InetAddress.getLoopbackAddress());
    Vpc vpc = subnet.isPresent() ? vpcs.get(subnet.get().vpc()) : VpcMember.of(entry, vpcs);
    if (!vpc.contains(address)) {
      throw entry.fault(
          "address", "must lie in the addresses of %s, %s".formatted(vpc.id(), vpc.blocks()));
    }
    return new Instance(
        id,
        vpc.id(),
        subnet.isPresent()
            ? subnet.get().zone()
            : entry.found("zone", entry.required("zone"), zones, "zones"),
        entry.constant("state", entry.text("state").orElse("running"), Instance.State.values()),
        address,
        entry.address("reached-at").orElse(address),
        ports(entry),
        ipv6(entry),
        List.copyOf(entry.texts("security-groups")));
  }

  private static Optional<InetAddress> ipv6(Entry entry) throws YamlException {
    Optional<InetAddress> address = entry.address("ipv6-address");
    if (address.filter(Inet4Address.class::isInstance).isPresent()) {
      throw entry.fault("ipv6-address", "must be an address of IPv6 such as ::1");
    }
    return address;
  }

  private Optional<Subnet> subnet(Entry entry) throws YamlException {
    Optional<String> id = entry.text("subnet");
    if (id.isEmpty()) {
      return Optional.empty();
    }
    for (String other : List.of("vpc", "zone")) {
      if (entry.text(other).isPresent()) {
        throw entry.fault(other, "is that of the subnet, and must not be given beside it");
      }
    }
    return Optional.of(entry.found("subnet", id.get(), subnets, "subnets"));
  }

  private static Map<Integer, Integer> ports(Entry entry) throws YamlException {
    Map<Integer, Integer> ports = new LinkedHashMap<>();
    for (Map.Entry<String, Value> each : entry.section("ports").entrySet()) {
      int own = entry.number("ports", each.getKey(), 1, InboundRule.MOST_PORT);
      String there = each.getValue() instanceof Value.Text text ? text.text() : "";
      ports.put(own, entry.number("ports", there, 1, InboundRule.MOST_PORT));
    }
    return Map.copyOf(ports);
  }
}
