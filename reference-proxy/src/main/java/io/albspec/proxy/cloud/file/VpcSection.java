package io.albspec.proxy.cloud.file;

import io.albspec.proxy.cloud.AddressBlock;
import io.albspec.proxy.cloud.Description;
import io.albspec.proxy.cloud.Vpc;
import io.albspec.proxy.yaml.Value;
import io.albspec.proxy.yaml.YamlException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The VPCs. */
final class VpcSection {

  private static final Set<String> MEMBERS = Set.of("cidr", "default-security-group");

  private VpcSection() {}

  static Map<String, Vpc> read(Entry file) throws YamlException {
    List<Vpc> vpcs = new ArrayList<>();
    for (Map.Entry<String, Value> each : file.section("vpcs").entrySet()) {
      vpcs.add(vpc(each.getKey(), Entry.of("vpcs." + each.getKey(), each.getValue(), MEMBERS)));
    }
    return Description.byName(vpcs.isEmpty() ? List.of(Description.VPC) : vpcs, Vpc::id);
  }

  private static Vpc vpc(String id, Entry entry) throws YamlException {
    List<AddressBlock> blocks = new ArrayList<>();
    for (String text : entry.texts("cidr")) {
      blocks.add(entry.block("cidr", text));
    }
    if (blocks.isEmpty()) {
      throw entry.fault("cidr", "is missing");
    }
    String group = entry.text("default-security-group").orElse("sg-default-of-" + id);
    return new Vpc(id, List.copyOf(blocks), group);
  }
}
