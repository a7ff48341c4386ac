package io.albspec.proxy.store;

import com.fasterxml.jackson.databind.JsonNode;
import io.albspec.proxy.control.BalancerConfig;
import io.albspec.proxy.control.Config;
import io.albspec.proxy.control.ListenerConfig;
import io.albspec.proxy.control.TargetGroupConfig;
import io.albspec.proxy.control.TrustStoreConfig;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.function.BiFunction;

/** Makes a configuration of its records. */
final class ConfigRecords {

  private final NavigableMap<String, JsonNode> records;
  private final Positions positions;

  /**
   * All records of a configuration.
   *
   * @param positions takes the positions of the resources
   */
  ConfigRecords(NavigableMap<String, JsonNode> records, Positions positions) {
    this.records = records;
    this.positions = positions;
  }

  Config config(long generation) {
    Map<String, BalancerConfig> balancers = new LinkedHashMap<>();
    list(Kind.BALANCER, "", this::balancer).forEach(each -> balancers.put(each.arn(), each));
    Map<String, TargetGroupConfig> groups = new LinkedHashMap<>();
    list(Kind.GROUP, "", this::group).forEach(each -> groups.put(each.arn(), each));
    Map<String, TrustStoreConfig> stores = new LinkedHashMap<>();
    list(Kind.TRUST_STORE, "", (arn, store) -> ConfigReader.trustStore(store))
        .forEach(each -> stores.put(each.arn(), each));
    return new Config(
        generation,
        Collections.unmodifiableMap(balancers),
        Collections.unmodifiableMap(groups),
        Collections.unmodifiableMap(stores));
  }

  private BalancerConfig balancer(String arn, JsonNode json) {
    return ConfigReader.balancer(json, list(Kind.LISTENER, arn, this::listener));
  }

  private ListenerConfig listener(String arn, JsonNode json) {
    return ConfigReader.listener(
        json,
        list(Kind.RULE, arn, (id, rule) -> ConfigReader.rule(rule)).stream().sorted().toList());
  }

  private TargetGroupConfig group(String arn, JsonNode json) {
    return ConfigReader.group(
        json, list(Kind.TARGET, arn, (id, target) -> ConfigReader.target(target)));
  }

  private record Placed<T>(long position, T resource) {}

  /** The resources of one kind that hang on one resource, in their order. */
  private <T> List<T> list(Kind<T> kind, String parent, BiFunction<String, JsonNode, T> read) {
    String prefix = Key.prefix(kind.name(), parent);
    List<Placed<T>> found = new ArrayList<>();
    for (Map.Entry<String, JsonNode> each : records.tailMap(prefix).entrySet()) {
      String key = each.getKey();
      if (!key.startsWith(prefix)) {
        break;
      }
      long position = each.getValue().path(Positions.MEMBER).longValue();
      positions.put(key, position);
      found.add(
          new Placed<>(position, read.apply(key.substring(prefix.length()), each.getValue())));
    }
    return found.stream()
        .sorted(Comparator.comparingLong(Placed::position))
        .map(Placed::resource)
        .toList();
  }
}
