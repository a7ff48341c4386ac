package io.albspec.steps.world;

import io.albspec.fixtures.tls.TlsServer;
import io.albspec.steps.api.Answer.Result;
import io.albspec.steps.api.Members;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The target groups of a scenario by the names it gave them. */
public final class Groups implements NameSource {

  private static final String ARN = "-arn";
  private static final String ARN_MEMBER = "TargetGroupArn";
  private static final String TYPE = "TargetType";
  private static final String PATH = "HealthCheckPath";
  private static final Map<String, String> DEFAULTS =
      Map.of(
          "Protocol",
          "HTTP",
          "Port",
          "80",
          TYPE,
          "ip",
          PATH,
          "/health",
          "HealthCheckIntervalSeconds",
          "5",
          "HealthCheckTimeoutSeconds",
          "2",
          "HealthyThresholdCount",
          "2",
          "UnhealthyThresholdCount",
          "2");

  private final Sut sut;
  private final Calls calls;
  private final Fleet fleet;
  private final Instances instances;
  private final Certificates certificates;
  private final Unique unique;
  private final Map<String, Group> byName = new LinkedHashMap<>();
  private final Set<String> ipv6 = new HashSet<>();
  private final Map<String, TlsServer> secure = new HashMap<>();

  /** Made with these calls; their targets join that fleet. */
  public Groups(
      Sut sut,
      Calls calls,
      Fleet fleet,
      Instances instances,
      Certificates certificates,
      Unique unique) {
    this.sut = sut;
    this.calls = calls;
    this.fleet = fleet;
    this.instances = instances;
    this.certificates = certificates;
    this.unique = unique;
  }

  /**
   * Creates a group and registers targets that it starts.
   *
   * @param settings members of CreateTargetGroup and attributes, which have a dot and begin with a
   *     small letter
   */
  public void create(String name, int targets, Map<String, String> settings) {
    Map<String, String> members = new LinkedHashMap<>(DEFAULTS);
    Map<String, String> attributes = new LinkedHashMap<>();
    settings.forEach((key, value) -> (isAttribute(key) ? attributes : members).put(key, value));
    Result made = calls.require("CreateTargetGroup", creation(name, members));
    byName.put(name, group(name, made));
    if (members.getOrDefault("IpAddressType", "ipv4").equals("ipv6")) {
      ipv6.add(name);
    }
    if (members.get("Protocol").equals("HTTPS")) {
      secure.put(name, TlsServer.of(certificates.ofTarget("target.internal", Map.of())));
    }
    if (!attributes.isEmpty()) {
      setAttributes(name, attributes);
    }
    for (int number = 1; number <= targets; number++) {
      register(name, name + "-" + number);
    }
  }

  private static boolean isAttribute(String key) {
    return Character.isLowerCase(key.charAt(0));
  }

  private Members creation(String name, Map<String, String> members) {
    return new Members()
        .with("Name", name + "-" + unique.text())
        .with("VpcId", sut.deployment().surroundings().vpc())
        .with(members);
  }

  private static Group group(String name, Result made) {
    String group = "TargetGroups[1].";
    return new Group(
        name,
        made.text(group + ARN_MEMBER),
        made.at(group + TYPE).orElse("ip"),
        made.at(group + PATH).orElse("/"),
        List.of(),
        Duration.ofSeconds(number(made, group + "HealthCheckIntervalSeconds")),
        Duration.ofSeconds(number(made, group + "HealthCheckTimeoutSeconds")),
        Math.max(
            number(made, group + "HealthyThresholdCount"),
            number(made, group + "UnhealthyThresholdCount")));
  }

  private static int number(Result made, String path) {
    return Integer.parseInt(made.text(path));
  }

  /** Starts a target if there is none of that name, and registers it with a group. */
  public void register(String group, String target) {
    Group known = group(group);
    if (ipv6.contains(group)) {
      fleet.startOnIpv6(target);
    } else {
      fleet.start(target);
    }
    fleet.member(target).healthCheckPath(known.healthCheckPath());
    Optional.ofNullable(secure.get(group)).ifPresent(fleet.member(target)::speakTls);
    Group grown = known.with(target);
    byName.put(group, grown);
    calls.require("RegisterTargets", targets(target, member(grown.arn())));
  }

  /** Takes a target out of a group. */
  public void deregister(String group, String target) {
    Group known = group(group);
    calls.require("DeregisterTargets", targets(target, member(known.arn())));
  }

  /** Adds a target to the members of a call, as it is registered with its group. */
  Members targets(String target, Members call) {
    boolean instance = of(target).stream().anyMatch(group -> group.type().equals("instance"));
    FleetMember member = fleet.member(target);
    return call.with("Targets[1].Id", instance ? instances.id(target) : member.host())
        .with("Targets[1].Port", Integer.toString(member.port()));
  }

  /** What a target may be registered as: its address, or the id of the instance it is. */
  List<String> ids(String target) {
    List<String> ids = new ArrayList<>(List.of(fleet.member(target).host()));
    instances.value(target).ifPresent(ids::add);
    return ids;
  }

  /** The call member that names a group. */
  static Members member(String arn) {
    return new Members().with(ARN_MEMBER, arn);
  }

  /** Sets attributes of a group. */
  public void setAttributes(String group, Map<String, String> attributes) {
    calls.require("ModifyTargetGroupAttributes", modification(group, attributes));
  }

  /** The members of a call that sets attributes of a group. */
  public Members modification(String group, Map<String, String> attributes) {
    return Attributes.of(member(arn(group)), attributes);
  }

  /** An attribute of a group, empty if there is none of that name. */
  public Optional<String> attribute(String group, String key) {
    return calls
        .require("DescribeTargetGroupAttributes", member(arn(group)))
        .at("Attributes[Key=" + key + "].Value");
  }

  /** The ARN of the load balancer that uses a group; empty if none does. */
  Optional<String> balancer(String group) {
    Members named = new Members().with("TargetGroupArns[1]", arn(group));
    return calls.require("DescribeTargetGroups", named).at("TargetGroups[1].LoadBalancerArns[1]");
  }

  /** Every group, in the order of creation. */
  public List<Group> all() {
    return List.copyOf(byName.values());
  }

  /** The group of that name. */
  public Group group(String name) {
    return Optional.ofNullable(byName.get(name))
        .orElseThrow(() -> new IllegalStateException("no target group is called " + name));
  }

  /** The ARN of the group of that name, in the scenario or else in the API. */
  public String arn(String name) {
    if (byName.containsKey(name)) {
      return group(name).arn();
    }
    return calls
        .require("DescribeTargetGroups", new Members().with("Names[1]", name))
        .text("TargetGroups[1]." + ARN_MEMBER);
  }

  /** The groups that a target is registered with. */
  public List<Group> of(String target) {
    return byName.values().stream().filter(group -> group.targets().contains(target)).toList();
  }

  @Override
  public Optional<String> value(String name) {
    return name.endsWith(ARN)
        ? Optional.ofNullable(byName.get(name.substring(0, name.length() - ARN.length())))
            .map(Group::arn)
        : Optional.empty();
  }
}
