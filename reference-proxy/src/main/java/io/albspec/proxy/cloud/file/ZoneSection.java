package io.albspec.proxy.cloud.file;

import io.albspec.proxy.cloud.AddressBlock;
import io.albspec.proxy.cloud.Description;
import io.albspec.proxy.cloud.Zone;
import io.albspec.proxy.yaml.Value;
import io.albspec.proxy.yaml.YamlException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/** The zones. */
final class ZoneSection {

  private static final Set<String> MEMBERS = Set.of("type", "nodes");
  private static final int BLOCK = 24;

  private ZoneSection() {}

  static Map<String, Zone> read(Entry file, String region) throws YamlException {
    List<Zone> zones = new ArrayList<>();
    for (Map.Entry<String, Value> each : file.section("zones").entrySet()) {
      Zone zone = zone(each.getKey(), each.getValue(), zones.size() + 1);
      if (!zone.zoneName().startsWith(region)) {
        throw new YamlException(
            each.getValue().place(),
            "zones.%s must begin with the region, %s".formatted(zone.zoneName(), region));
      }
      for (Zone other : zones) {
        if (other.nodes().overlaps(zone.nodes())) {
          throw new YamlException(
              each.getValue().place(),
              "zones.%s.nodes must not be those of %s, %s"
                  .formatted(zone.zoneName(), other.zoneName(), other.nodes()));
        }
      }
      zones.add(zone);
    }
    if (zones.isEmpty()) {
      IntStream.rangeClosed(1, Description.ZONES)
          .mapToObj(number -> Zone.numbered(region, number))
          .forEach(zones::add);
    }
    return Description.byName(zones, Zone::zoneName);
  }

  private static Zone zone(String name, Value value, int number) throws YamlException {
    Entry entry = Entry.of("zones." + name, value, MEMBERS);
    Zone.Type type =
        entry.constant("type", entry.text("type").orElse("availability-zone"), Zone.Type.values());
    AddressBlock nodes = Zone.nodeBlock(number);
    if (entry.text("nodes").isPresent()) {
      nodes = entry.block("nodes", entry.required("nodes"));
      if (nodes.prefix() != BLOCK || !AddressBlock.LOOPBACK.contains(nodes)) {
        throw entry.fault("nodes", "must be a block such as 127.0.7.0/24, not " + nodes);
      }
    }
    return new Zone(name, type, nodes);
  }
}
