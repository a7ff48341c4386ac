package io.albspec.proxy.api;

import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.MapTrait;
import software.amazon.awssdk.core.util.SdkAutoConstructList;
import software.amazon.awssdk.core.util.SdkAutoConstructMap;

/** Writes any of the SDK's response types as the XML of the Query protocol. */
final class XmlEncoder {

  private final StringBuilder out;

  XmlEncoder(StringBuilder out) {
    this.out = out;
  }

  /** Writes every member that is set. */
  void members(SdkPojo value) {
    for (SdkField<?> field : value.sdkFields()) {
      Object member = field.getValueOrDefault(value);
      if (isSet(member)) {
        element(field.locationName(), () -> value(field, member));
      }
    }
  }

  /** Writes an element around something. */
  void element(String name, Runnable content) {
    out.append('<').append(name).append('>');
    content.run();
    out.append("</").append(name).append('>');
  }

  /** Writes an element with text. */
  void element(String name, String text) {
    element(name, () -> XmlText.escape(out, text));
  }

  private static boolean isSet(Object member) {
    return member != null
        && !(member instanceof SdkAutoConstructList)
        && !(member instanceof SdkAutoConstructMap);
  }

  private void value(SdkField<?> field, Object value) {
    if (value instanceof List<?> list) {
      ListTrait trait = field.getRequiredTrait(ListTrait.class);
      list.forEach(item -> element(Wire.item(trait), () -> value(trait.memberFieldInfo(), item)));
    } else if (value instanceof Map<?, ?> map) {
      MapTrait trait = field.getRequiredTrait(MapTrait.class);
      map.forEach((key, item) -> element(Wire.ENTRY, () -> entry(trait, key, item)));
    } else if (value instanceof SdkPojo pojo) {
      members(pojo);
    } else {
      XmlText.escape(out, Scalars.format(value));
    }
  }

  private void entry(MapTrait trait, Object key, Object item) {
    element(Wire.key(trait), String.valueOf(key));
    element(Wire.value(trait), () -> value(trait.valueFieldInfo(), item));
  }
}
