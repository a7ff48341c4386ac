package io.albspec.proxy.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.albspec.proxy.cloud.Cloud;
import io.albspec.proxy.cloud.Zone;
import io.albspec.proxy.control.ApiException;
import io.albspec.proxy.control.BalancerConfig;
import io.albspec.proxy.control.Node;
import io.albspec.proxy.control.ZonalShift;
import io.albspec.proxy.control.operations.ZonalShifts.Page;
import io.albspec.proxy.control.operations.ZonalShifts.Shifted;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.function.BiConsumer;

/** The shapes of the zonal shift API: zones by their ids, times in seconds since 1970. */
final class ShiftJson {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final int MILLIS = 3;
  private static final String DISABLED = "DISABLED";

  private final Cloud cloud;

  ShiftJson(Cloud cloud) {
    this.cloud = cloud;
  }

  ObjectNode shift(Shifted shifted) {
    return members(shifted.balancer(), shifted.shift())
        .put("status", shifted.shift().status().name());
  }

  ObjectNode shifts(Page<Shifted> page) {
    return list(page, (items, each) -> items.add(shift(each).put("shiftType", "ZONAL_SHIFT")));
  }

  ObjectNode resources(Page<BalancerConfig> page) {
    return list(page, (items, each) -> items.add(summary(each)));
  }

  private static <T> ObjectNode list(Page<T> page, BiConsumer<ArrayNode, T> add) {
    ObjectNode json = JSON.objectNode();
    ArrayNode items = json.putArray("items");
    page.items().forEach(each -> add.accept(items, each));
    page.nextToken().ifPresent(token -> json.put("nextToken", token));
    return json;
  }

  private ObjectNode summary(BalancerConfig balancer) {
    ObjectNode json = resource(balancer).put("practiceRunStatus", DISABLED);
    ArrayNode zones = json.putArray("availabilityZones");
    balancer.nodes().forEach(node -> zones.add(id(node.zone())));
    return json;
  }

  /** A load balancer with the weight of each zone: 0 if traffic is shifted away, else 1. */
  ObjectNode resource(BalancerConfig balancer) {
    ObjectNode json =
        JSON.objectNode()
            .put("arn", balancer.arn())
            .put("name", balancer.resource().loadBalancerName())
            .put("zonalAutoshiftStatus", DISABLED);
    ObjectNode weights = json.putObject("appliedWeights");
    for (Node node : balancer.nodes()) {
      weights.put(id(node.zone()), balancer.isShifted(node) ? 0.0 : 1.0);
    }
    json.putArray("autoshifts");
    ArrayNode active = json.putArray("zonalShifts");
    balancer
        .activeShift()
        .ifPresent(
            shift ->
                active.add(
                    members(balancer, shift)
                        .put("appliedStatus", "APPLIED")
                        .put("shiftType", "ZONAL_SHIFT")));
    return json;
  }

  private ObjectNode members(BalancerConfig balancer, ZonalShift shift) {
    return JSON.objectNode()
        .put("zonalShiftId", shift.id())
        .put("resourceIdentifier", balancer.arn())
        .put("awayFrom", id(shift.awayFrom()))
        .put("startTime", seconds(shift.start()))
        .put("expiryTime", seconds(shift.expiry()))
        .put("comment", shift.comment());
  }

  private String id(String zone) {
    return cloud.zone(zone).map(Zone::id).orElse(zone);
  }

  private static BigDecimal seconds(Instant instant) {
    return BigDecimal.valueOf(instant.toEpochMilli(), MILLIS);
  }

  static ObjectNode refusal(ApiException refusal) {
    ObjectNode json = JSON.objectNode().put("message", refusal.getMessage());
    refusal.members().forEach(json::put);
    return json;
  }
}
