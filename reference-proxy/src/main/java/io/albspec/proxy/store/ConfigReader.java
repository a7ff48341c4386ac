package io.albspec.proxy.store;

import com.fasterxml.jackson.databind.JsonNode;
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
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Listener;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancer;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Rule;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetDescription;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroup;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TrustStore;
import software.amazon.awssdk.utils.builder.SdkBuilder;

/**
 * Reads back what {@link ConfigJson} wrote, given what hangs on the resource. Whatever is not as it
 * was written makes an IllegalArgumentException that names it.
 */
final class ConfigReader {

  private ConfigReader() {}

  static BalancerConfig balancer(JsonNode json, List<ListenerConfig> listeners) {
    return new BalancerConfig(
        resource(json, LoadBalancer.builder()),
        texts(json, "attributes"),
        texts(json, "tags"),
        list(json, "nodes", ConfigReader::node),
        listeners,
        later(json, "shifts", ConfigReader::shift));
  }

  private static ZonalShift shift(JsonNode json) {
    return new ZonalShift(
        text(json, "id"),
        text(json, "awayFrom"),
        text(json, "comment"),
        Instant.parse(text(json, "start")),
        Instant.parse(text(json, "expiry")),
        ZonalShift.Status.valueOf(text(json, "status")));
  }

  private static Node node(JsonNode json) {
    Optional<InetAddress> ipv6 =
        json.has("ipv6") ? Optional.of(address(json, "ipv6")) : Optional.empty();
    return new Node(text(json, "zone"), text(json, "subnetId"), address(json, "address"), ipv6);
  }

  static ListenerConfig listener(JsonNode json, List<RuleConfig> rules) {
    return new ListenerConfig(
        resource(json, Listener.builder()),
        later(json, "certificates", JsonNode::textValue),
        texts(json, "tags"),
        rules);
  }

  static RuleConfig rule(JsonNode json) {
    return new RuleConfig(resource(json, Rule.builder()), texts(json, "tags"));
  }

  static TargetGroupConfig group(JsonNode json, List<TargetConfig> targets) {
    return new TargetGroupConfig(
        resource(json, TargetGroup.builder()),
        texts(json, "attributes"),
        texts(json, "tags"),
        targets);
  }

  static TargetConfig target(JsonNode json) {
    return new TargetConfig(
        resource(json, TargetDescription.builder()),
        new InetSocketAddress(address(json, "address"), member(json, "port").intValue()),
        text(json, "zone"),
        Optional.ofNullable(json.get("drainedAt")).map(end -> Instant.parse(end.textValue())));
  }

  static TrustStoreConfig trustStore(JsonNode json) {
    return new TrustStoreConfig(
        resource(json, TrustStore.builder()),
        object(member(json, "bundle")),
        texts(json, "tags"),
        list(json, "revocations", ConfigReader::revocation),
        member(json, "lastRevocationId").longValue());
  }

  private static RevocationList revocation(JsonNode json) {
    return new RevocationList(
        member(json, "id").longValue(),
        member(json, "entries").longValue(),
        object(member(json, "content")));
  }

  private static S3Object object(JsonNode json) {
    return new S3Object(
        text(json, "bucket"),
        text(json, "key"),
        Optional.ofNullable(json.get("version")).map(JsonNode::textValue),
        Optional.ofNullable(json.get("digest")).map(JsonNode::textValue));
  }

  private static <B extends SdkBuilder<B, T> & SdkPojo, T> T resource(JsonNode json, B builder) {
    PojoJson.read(builder, member(json, "resource"));
    return builder.build();
  }

  private static InetAddress address(JsonNode json, String name) {
    try {
      return InetAddress.getByName(text(json, name));
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException("an address is not one: " + json, e);
    }
  }

  private static Map<String, String> texts(JsonNode json, String name) {
    Map<String, String> map = new LinkedHashMap<>();
    member(json, name)
        .properties()
        .forEach(each -> map.put(each.getKey(), each.getValue().textValue()));
    return Collections.unmodifiableMap(map);
  }

  static <T> List<T> list(JsonNode json, String name, Function<JsonNode, T> read) {
    List<T> items = new ArrayList<>();
    member(json, name).forEach(item -> items.add(read.apply(item)));
    return List.copyOf(items);
  }

  /** A list that configurations of earlier releases do not have. */
  static <T> List<T> later(JsonNode json, String name, Function<JsonNode, T> read) {
    return json.has(name) ? list(json, name, read) : List.of();
  }

  private static String text(JsonNode json, String name) {
    JsonNode member = member(json, name);
    if (!member.isTextual()) {
      throw new IllegalArgumentException("the member '%s' is not a text".formatted(name));
    }
    return member.textValue();
  }

  static JsonNode member(JsonNode json, String name) {
    JsonNode member = json.get(name);
    if (member == null) {
      throw new IllegalArgumentException("the member '%s' is missing".formatted(name));
    }
    return member;
  }
}
