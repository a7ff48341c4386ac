package io.albspec.proxy.cloud.file;

import io.albspec.proxy.cloud.AddressBlock;
import io.albspec.proxy.cloud.Description;
import io.albspec.proxy.cloud.Instance;
import io.albspec.proxy.cloud.Subnet;
import io.albspec.proxy.cloud.Vpc;
import io.albspec.proxy.cloud.Zone;
import io.albspec.proxy.yaml.Value;
import io.albspec.proxy.yaml.YamlException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The subnets of the VPCs in the zones. */
final class SubnetSection {

  private static final String FREE = "free-addresses";
  private static final Set<String> MEMBERS = Set.of("vpc", "zone", "cidr", "ipv6-cidr", FREE);
  private static final int MOST_FREE = 65_531;

  private final Map<String, Zone> zones;
  private final Map<String, Vpc> vpcs;

  SubnetSection(Map<String, Zone> zones, Map<String, Vpc> vpcs) {
    this.zones = zones;
    this.vpcs = vpcs;
  }

  Map<String, Subnet> read(Entry file) throws YamlException {
    List<Subnet> subnets = new ArrayList<>();
    for (Map.Entry<String, Value> each : file.section("subnets").entrySet()) {
      Entry entry = Entry.of("subnets." + each.getKey(), each.getValue(), MEMBERS);
      Subnet subnet = subnet(each.getKey(), entry);
      for (Subnet other : subnets) {
        if (other.vpc().equals(subnet.vpc()) && other.block().overlaps(subnet.block())) {
          throw entry.fault(
              "cidr", "overlaps with that of %s, %s".formatted(other.id(), other.block()));
        }
      }
      subnets.add(subnet);
    }
    return Description.byName(
        subnets.isEmpty()
            ? Description.subnets(List.copyOf(zones.values()), vpcs.values().iterator().next())
            : subnets,
        Subnet::id);
  }

  private Subnet subnet(String id, Entry entry) throws YamlException {
    Vpc vpc = VpcMember.of(entry, vpcs);
    AddressBlock block = entry.block("cidr", entry.required("cidr"));
    if (!block.isIpv4() || vpc.blocks().stream().noneMatch(all -> all.contains(block))) {
      throw entry.fault(
          "cidr",
          "must lie in the IPv4 addresses of %s, %s, not %s"
              .formatted(vpc.id(), vpc.blocks(), block));
    }
    Optional<String> ipv6 = entry.text("ipv6-cidr");
    return new Subnet(
        id,
        vpc.id(),
        entry.found("zone", entry.required("zone"), zones, "zones"),
        block,
        ipv6.isEmpty() ? Optional.empty() : Optional.of(ipv6(entry, ipv6.get())),
        free(entry, block));
  }

  private static AddressBlock ipv6(Entry entry, String text) throws YamlException {
    AddressBlock block = entry.block("ipv6-cidr", text);
    if (block.isIpv4()) {
      throw entry.fault("ipv6-cidr", "must be a block of IPv6, not " + block);
    }
    return block;
  }

  private static long free(Entry entry, AddressBlock block) throws YamlException {
    Optional<String> text = entry.text(FREE);
    return text.isPresent()
        ? entry.number(FREE, text.get(), 0, MOST_FREE)
        : Math.max(0, block.size() - Subnet.RESERVED);
  }

  /** The subnets without the addresses of their instances, where it is not said what is free. */
  Map<String, Subnet> less(Map<String, Subnet> subnets, Collection<Instance> instances, Entry file)
      throws YamlException {
    List<Subnet> less = new ArrayList<>();
    for (Subnet subnet : subnets.values()) {
      long used =
          instances.stream()
              .filter(instance -> instance.vpc().equals(subnet.vpc()))
              .filter(instance -> subnet.block().contains(instance.address()))
              .count();
      less.add(isSaid(file, subnet) ? subnet : subnet.without(used));
    }
    return Description.byName(less, Subnet::id);
  }

  private static boolean isSaid(Entry file, Subnet subnet) throws YamlException {
    Value described = file.section("subnets").get(subnet.id());
    return described instanceof Value.Members members && members.member(FREE).isPresent();
  }
}
