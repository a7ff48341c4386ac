package io.albspec.steps.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.protocol.MarshallingType;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.MapTrait;
import software.amazon.awssdk.core.util.SdkAutoConstructList;
import software.amazon.awssdk.core.util.SdkAutoConstructMap;

/**
 * Requests and answers of the SDK as trees. The model classes describe themselves, so this serves
 * every operation.
 */
final class SdkTree {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private SdkTree() {}

  /** The members that are set. */
  static ObjectNode of(SdkPojo pojo) {
    ObjectNode tree = NODES.objectNode();
    for (SdkField<?> field : pojo.sdkFields()) {
      Object value = field.getValueOrDefault(pojo);
      if (value != null
          && !(value instanceof SdkAutoConstructList)
          && !(value instanceof SdkAutoConstructMap)) {
        tree.set(field.memberName(), node(value));
      }
    }
    return tree;
  }

  private static JsonNode node(Object value) {
    if (value instanceof SdkPojo pojo) {
      return of(pojo);
    } else if (value instanceof List<?> list) {
      ArrayNode array = NODES.arrayNode();
      list.forEach(each -> array.add(node(each)));
      return array;
    } else if (value instanceof Map<?, ?> map) {
      ObjectNode object = NODES.objectNode();
      map.forEach((key, each) -> object.set(key.toString(), node(each)));
      return object;
    }
    return NODES.textNode(value.toString());
  }

  /**
   * Sets the members of a builder.
   *
   * @throws IllegalArgumentException if there is no such member, or if it is of another type
   */
  static <B extends SdkPojo> B fill(B builder, JsonNode tree) {
    tree.properties()
        .forEach(
            member -> {
              SdkField<?> field = field(builder, member.getKey());
              field.set(builder, value(field, member.getValue()));
            });
    return builder;
  }

  private static SdkField<?> field(SdkPojo builder, String member) {
    return builder.sdkFields().stream()
        .filter(field -> field.memberName().equals(member))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "no member is called %s; there are %s"
                        .formatted(
                            member,
                            builder.sdkFields().stream().map(SdkField::memberName).toList())));
  }

  private static Object value(SdkField<?> field, JsonNode tree) {
    MarshallingType<?> type = field.marshallingType();
    if (type == MarshallingType.SDK_POJO) {
      return built(fill(field.constructor().get(), tree));
    } else if (type == MarshallingType.LIST) {
      return list(field.getTrait(ListTrait.class).memberFieldInfo(), tree);
    } else if (type == MarshallingType.MAP) {
      return map(field.getTrait(MapTrait.class).valueFieldInfo(), tree);
    }
    return scalar(field, tree.asText());
  }

  private static Object built(SdkPojo filled) {
    return ((software.amazon.awssdk.utils.builder.Buildable) filled).build();
  }

  private static List<Object> list(SdkField<?> member, JsonNode tree) {
    List<Object> values = new ArrayList<>();
    if (tree.isTextual()) {
      for (String each : tree.asText().split(", ", -1)) {
        values.add(scalar(member, each));
      }
    } else {
      tree.forEach(each -> values.add(value(member, each)));
    }
    return values;
  }

  private static Map<String, Object> map(SdkField<?> member, JsonNode tree) {
    Map<String, Object> values = new LinkedHashMap<>();
    tree.properties().forEach(each -> values.put(each.getKey(), value(member, each.getValue())));
    return values;
  }

  private static Object scalar(SdkField<?> field, String text) {
    MarshallingType<?> type = field.marshallingType();
    if (type == MarshallingType.INTEGER) {
      return Integer.valueOf(text);
    } else if (type == MarshallingType.LONG) {
      return Long.valueOf(text);
    } else if (type == MarshallingType.DOUBLE) {
      return Double.valueOf(text);
    } else if (type == MarshallingType.BOOLEAN) {
      return Boolean.valueOf(text);
    } else if (type == MarshallingType.INSTANT) {
      return Instant.parse(text);
    }
    return text;
  }
}
