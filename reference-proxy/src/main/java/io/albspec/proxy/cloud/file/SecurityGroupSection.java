package io.albspec.proxy.cloud.file;

import io.albspec.proxy.cloud.AddressBlock;
import io.albspec.proxy.cloud.Description;
import io.albspec.proxy.cloud.InboundRule;
import io.albspec.proxy.cloud.InboundRule.Protocol;
import io.albspec.proxy.cloud.Instance;
import io.albspec.proxy.cloud.SecurityGroup;
import io.albspec.proxy.cloud.Vpc;
import io.albspec.proxy.yaml.Value;
import io.albspec.proxy.yaml.YamlException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The security groups of the VPCs. */
final class SecurityGroupSection {

  private static final String SECTION = "security-groups";
  private static final Set<String> MEMBERS = Set.of("vpc", "inbound");
  private static final Set<String> RULE_MEMBERS = Set.of("protocol", "ports", "sources");
  private static final Pattern PORTS = Pattern.compile("([0-9]{1,5})(?:-([0-9]{1,5}))?");

  private final Map<String, Vpc> vpcs;

  SecurityGroupSection(Map<String, Vpc> vpcs) {
    this.vpcs = vpcs;
  }

  Map<String, SecurityGroup> read(Entry file, Collection<Instance> instances) throws YamlException {
    Map<String, SecurityGroup> groups = new LinkedHashMap<>();
    Set<String> ids = file.section(SECTION).keySet();
    for (Map.Entry<String, Value> each : file.section(SECTION).entrySet()) {
      Entry entry = Entry.of(SECTION + "." + each.getKey(), each.getValue(), MEMBERS);
      groups.put(each.getKey(), group(each.getKey(), entry, ids));
    }
    for (Vpc vpc : vpcs.values()) {
      groups.putIfAbsent(
          vpc.defaultSecurityGroup(), SecurityGroup.open(vpc.defaultSecurityGroup(), vpc.id()));
    }
    checkMembers(file, instances, groups);
    return Description.byName(List.copyOf(groups.values()), SecurityGroup::id);
  }

  private static void checkMembers(
      Entry file, Collection<Instance> instances, Map<String, SecurityGroup> groups)
      throws YamlException {
    for (Instance instance : instances) {
      Entry entry =
          new Entry(
              "instances." + instance.id(),
              (Value.Members) file.section("instances").get(instance.id()));
      for (String group : instance.securityGroups()) {
        entry.found(SECTION, group, groups, SECTION);
      }
    }
  }

  private SecurityGroup group(String id, Entry entry, Set<String> ids) throws YamlException {
    List<InboundRule> rules = new ArrayList<>();
    Value inbound = entry.members().members().get("inbound");
    if (inbound != null && !(inbound instanceof Value.Items)) {
      throw entry.fault("inbound", "must be a list of rules, not " + inbound.kind());
    }
    if (inbound instanceof Value.Items items) {
      for (Value rule : items.items()) {
        rules.add(rule(Entry.of(entry.at("inbound"), rule, RULE_MEMBERS), ids));
      }
    }
    return new SecurityGroup(id, VpcMember.of(entry, vpcs).id(), List.copyOf(rules));
  }

  private static InboundRule rule(Entry entry, Set<String> ids) throws YamlException {
    Protocol protocol =
        entry.constant("protocol", entry.text("protocol").orElse("tcp"), Protocol.values());
    List<AddressBlock> blocks = new ArrayList<>();
    List<String> groups = new ArrayList<>();
    for (String source : entry.texts("sources")) {
      if (ids.contains(source)) {
        groups.add(source);
      } else if (AddressBlock.parse(source).isPresent()) {
        blocks.add(AddressBlock.parse(source).get());
      } else {
        throw entry.fault(
            "sources",
            "must be blocks of addresses such as 127.0.0.0/8 and ids of security groups in this file, not '%s'"
                .formatted(source));
      }
    }
    if (blocks.isEmpty() && groups.isEmpty()) {
      throw entry.fault("sources", "is missing");
    }
    return ports(entry, protocol, blocks, groups);
  }

  private static InboundRule ports(
      Entry entry, Protocol protocol, List<AddressBlock> blocks, List<String> groups)
      throws YamlException {
    String text = entry.text("ports").orElse("0-65535");
    Matcher ports = PORTS.matcher(text);
    if (!ports.matches()) {
      throw entry.fault(
          "ports", "must be a port or a range such as 8000-8999, not '%s'".formatted(text));
    }
    int first = entry.number("ports", ports.group(1), 0, InboundRule.MOST_PORT);
    int last =
        ports.group(2) == null
            ? first
            : entry.number("ports", ports.group(2), first, InboundRule.MOST_PORT);
    return new InboundRule(protocol, first, last, List.copyOf(blocks), List.copyOf(groups));
  }
}
