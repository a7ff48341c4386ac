package io.albspec.proxy.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.albspec.proxy.control.BalancerConfig;
import io.albspec.proxy.control.ListenerConfig;
import io.albspec.proxy.control.Node;
import io.albspec.proxy.control.RevocationList;
import io.albspec.proxy.control.RuleConfig;
import io.albspec.proxy.control.S3Object;
import io.albspec.proxy.control.TargetConfig;
import io.albspec.proxy.control.TargetGroupConfig;
import io.albspec.proxy.control.TrustStoreConfig;
import io.albspec.proxy.control.ZonalShift;
import java.util.Collection;
import java.util.Map;
import java.util.function.Function;

/** Writes resources as JSON, each without what hangs on it. */
final class ConfigJson {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private ConfigJson() {}

  static ObjectNode balancer(BalancerConfig balancer) {
    ObjectNode json = JSON.objectNode();
    json.set("resource", PojoJson.write(balancer.resource()));
    json.set("attributes", texts(balancer.attributes()));
    json.set("tags", texts(balancer.tags()));
    json.set("nodes", array(balancer.nodes(), ConfigJson::node));
    json.set("shifts", array(balancer.shifts(), ConfigJson::shift));
    return json;
  }

  private static ObjectNode shift(ZonalShift shift) {
    return JSON.objectNode()
        .put("id", shift.id())
        .put("awayFrom", shift.awayFrom())
        .put("comment", shift.comment())
        .put("start", shift.start().toString())
        .put("expiry", shift.expiry().toString())
        .put("status", shift.status().name());
  }

  private static ObjectNode node(Node node) {
    ObjectNode json =
        JSON.objectNode()
            .put("zone", node.zone())
            .put("subnetId", node.subnetId())
            .put("address", node.address().getHostAddress());
    node.ipv6().ifPresent(address -> json.put("ipv6", address.getHostAddress()));
    return json;
  }

  static ObjectNode listener(ListenerConfig listener) {
    ObjectNode json = JSON.objectNode();
    json.set("resource", PojoJson.write(listener.resource()));
    json.set("certificates", array(listener.certificates(), JSON::textNode));
    json.set("tags", texts(listener.tags()));
    return json;
  }

  static ObjectNode rule(RuleConfig rule) {
    ObjectNode json = JSON.objectNode();
    json.set("resource", PojoJson.write(rule.resource()));
    json.set("tags", texts(rule.tags()));
    return json;
  }

  static ObjectNode group(TargetGroupConfig group) {
    ObjectNode json = JSON.objectNode();
    json.set("resource", PojoJson.write(group.resource()));
    json.set("attributes", texts(group.attributes()));
    json.set("tags", texts(group.tags()));
    return json;
  }

  static ObjectNode target(TargetConfig target) {
    ObjectNode json = JSON.objectNode();
    json.set("resource", PojoJson.write(target.resource()));
    json.put("address", target.address().getAddress().getHostAddress());
    json.put("port", target.address().getPort());
    json.put("zone", target.zone());
    target.drainedAt().ifPresent(end -> json.put("drainedAt", end.toString()));
    return json;
  }

  static ObjectNode trustStore(TrustStoreConfig store) {
    ObjectNode json = JSON.objectNode();
    json.set("resource", PojoJson.write(store.resource()));
    json.set("bundle", object(store.bundle()));
    json.set("tags", texts(store.tags()));
    json.set("revocations", array(store.revocations(), ConfigJson::revocation));
    json.put("lastRevocationId", store.lastRevocationId());
    return json;
  }

  private static ObjectNode revocation(RevocationList list) {
    ObjectNode json = JSON.objectNode().put("id", list.id()).put("entries", list.entries());
    json.set("content", object(list.content()));
    return json;
  }

  private static ObjectNode object(S3Object object) {
    ObjectNode json = JSON.objectNode().put("bucket", object.bucket()).put("key", object.key());
    object.version().ifPresent(version -> json.put("version", version));
    object.digest().ifPresent(digest -> json.put("digest", digest));
    return json;
  }

  private static ObjectNode texts(Map<String, String> map) {
    ObjectNode json = JSON.objectNode();
    map.forEach(json::put);
    return json;
  }

  private static <T> ArrayNode array(Collection<T> items, Function<T, JsonNode> write) {
    ArrayNode json = JSON.arrayNode();
    items.forEach(item -> json.add(write.apply(item)));
    return json;
  }
}
