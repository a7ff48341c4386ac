package io.albspec.proxy.template;

import io.albspec.proxy.yaml.Place;
import io.albspec.proxy.yaml.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.protocol.MarshallingType;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.MapTrait;
import software.amazon.awssdk.utils.builder.Buildable;

/** Fills requests from the properties of a resource, which are called as the members are. */
final class Properties {

  private Properties() {}

  /**
   * Sets a member for each property.
   *
   * @throws TemplateException if there is no such property, or its value is not of its type
   */
  static void fill(SdkPojo builder, Value.Members properties) throws TemplateException {
    for (Map.Entry<String, Value> property : properties.members().entrySet()) {
      SdkField<?> field =
          field(builder, property.getKey())
              .orElseThrow(
                  () ->
                      new TemplateException(
                          property.getValue().place(),
                          "there is no property '%s' here".formatted(property.getKey())));
      field.set(builder, value(field, property.getValue(), property.getKey()));
    }
  }

  private static Optional<SdkField<?>> field(SdkPojo builder, String name) {
    return builder.sdkFields().stream().filter(f -> f.locationName().equals(name)).findFirst();
  }

  private static Object value(SdkField<?> field, Value value, String name)
      throws TemplateException {
    MarshallingType<?> type = field.marshallingType();
    if (type == MarshallingType.LIST) {
      return list(field.getRequiredTrait(ListTrait.class), value, name);
    }
    if (type == MarshallingType.MAP) {
      return map(field.getRequiredTrait(MapTrait.class), value, name);
    }
    if (type == MarshallingType.SDK_POJO) {
      SdkPojo builder = field.constructor().get();
      fill(builder, Arguments.members(value, name));
      return ((Buildable) builder).build();
    }
    return scalar(type, Arguments.text(value, name), value.place(), name);
  }

  private static List<Object> list(ListTrait trait, Value value, String name)
      throws TemplateException {
    List<Object> list = new ArrayList<>();
    for (Value item : Arguments.items(value, name)) {
      list.add(value(trait.memberFieldInfo(), item, name));
    }
    return list;
  }

  private static Map<String, Object> map(MapTrait trait, Value value, String name)
      throws TemplateException {
    Map<String, Object> map = new LinkedHashMap<>();
    for (Map.Entry<String, Value> entry : Arguments.members(value, name).members().entrySet()) {
      map.put(entry.getKey(), value(trait.valueFieldInfo(), entry.getValue(), name));
    }
    return map;
  }

  private static Object scalar(MarshallingType<?> type, String text, Place place, String name)
      throws TemplateException {
    try {
      if (type == MarshallingType.STRING) {
        return text;
      }
      if (type == MarshallingType.INTEGER) {
        return Integer.valueOf(text);
      }
      if (type == MarshallingType.LONG) {
        return Long.valueOf(text);
      }
      if (type == MarshallingType.BOOLEAN && text.matches("(?i)true|false")) {
        return Boolean.valueOf(text);
      }
    } catch (NumberFormatException e) {
      throw new TemplateException(place, "%s takes a number, not '%s'".formatted(name, text));
    }
    throw new TemplateException(
        place,
        "%s takes a %s, not '%s'".formatted(name, type.getTargetClass().getSimpleName(), text));
  }
}
