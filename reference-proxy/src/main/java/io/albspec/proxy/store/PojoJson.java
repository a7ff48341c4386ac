package io.albspec.proxy.store;

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
import software.amazon.awssdk.utils.builder.Buildable;

/** Any of the SDK's types as JSON and back, by the members they describe themselves to have. */
final class PojoJson {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private PojoJson() {}

  static ObjectNode write(SdkPojo value) {
    ObjectNode json = JSON.objectNode();
    for (SdkField<?> field : value.sdkFields()) {
      Object member = field.getValueOrDefault(value);
      if (isSet(member)) {
        json.set(field.locationName(), write(field, member));
      }
    }
    return json;
  }

  private static boolean isSet(Object member) {
    return member != null
        && !(member instanceof SdkAutoConstructList)
        && !(member instanceof SdkAutoConstructMap);
  }

  private static JsonNode write(SdkField<?> field, Object value) {
    if (value instanceof List<?> list) {
      SdkField<?> item = field.getRequiredTrait(ListTrait.class).memberFieldInfo();
      ArrayNode array = JSON.arrayNode();
      list.forEach(each -> array.add(write(item, each)));
      return array;
    }
    if (value instanceof Map<?, ?> map) {
      SdkField<?> item = field.getRequiredTrait(MapTrait.class).valueFieldInfo();
      ObjectNode object = JSON.objectNode();
      map.forEach((key, each) -> object.set(String.valueOf(key), write(item, each)));
      return object;
    }
    if (value instanceof SdkPojo pojo) {
      return write(pojo);
    }
    if (value instanceof Boolean bool) {
      return JSON.booleanNode(bool);
    }
    return value instanceof Number number
        ? JSON.numberNode(number.longValue())
        : JSON.textNode(value.toString());
  }

  /** Reads what was written into a builder. */
  static void read(SdkPojo builder, JsonNode json) {
    for (SdkField<?> field : builder.sdkFields()) {
      JsonNode member = json.get(field.locationName());
      if (member != null) {
        field.set(builder, read(field, member));
      }
    }
  }

  private static Object read(SdkField<?> field, JsonNode json) {
    MarshallingType<?> type = field.marshallingType();
    if (type == MarshallingType.LIST) {
      SdkField<?> item = field.getRequiredTrait(ListTrait.class).memberFieldInfo();
      List<Object> list = new ArrayList<>();
      json.forEach(each -> list.add(read(item, each)));
      return list;
    }
    if (type == MarshallingType.MAP) {
      SdkField<?> item = field.getRequiredTrait(MapTrait.class).valueFieldInfo();
      Map<String, Object> map = new LinkedHashMap<>();
      json.properties().forEach(each -> map.put(each.getKey(), read(item, each.getValue())));
      return map;
    }
    if (type == MarshallingType.SDK_POJO) {
      SdkPojo builder = field.constructor().get();
      read(builder, json);
      return ((Buildable) builder).build();
    }
    return scalar(field, json);
  }

  private static Object scalar(SdkField<?> field, JsonNode json) {
    MarshallingType<?> type = field.marshallingType();
    if (type == MarshallingType.INTEGER && json.isInt()) {
      return json.intValue();
    }
    if (type == MarshallingType.LONG && json.isIntegralNumber()) {
      return json.longValue();
    }
    if (type == MarshallingType.BOOLEAN && json.isBoolean()) {
      return json.booleanValue();
    }
    if (type == MarshallingType.INSTANT && json.isTextual()) {
      return Instant.parse(json.textValue());
    }
    if (type == MarshallingType.STRING && json.isTextual()) {
      return json.textValue();
    }
    throw new IllegalArgumentException(
        "the member '%s' is not what it should be: %s".formatted(field.locationName(), json));
  }
}
