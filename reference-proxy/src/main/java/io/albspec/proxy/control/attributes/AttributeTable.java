package io.albspec.proxy.control.attributes;

import io.albspec.proxy.control.ApiException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A set of attributes, in the order in which they are shown. */
final class AttributeTable {

  private final Map<String, Attribute> byKey = new LinkedHashMap<>();

  AttributeTable(List<Attribute> attributes) {
    attributes.forEach(attribute -> byKey.put(attribute.key(), attribute));
  }

  boolean has(String key) {
    return byKey.containsKey(key);
  }

  /** Every attribute at its default, or at the value given here. */
  Map<String, String> defaults(Map<String, String> others) {
    Map<String, String> values = new LinkedHashMap<>();
    byKey.forEach(
        (key, attribute) -> values.put(key, others.getOrDefault(key, attribute.standard())));
    return Collections.unmodifiableMap(values);
  }

  /** The current values with changes to attributes of this table. */
  Map<String, String> change(Map<String, String> current, Map<String, String> changes)
      throws ApiException {
    Map<String, String> values = new LinkedHashMap<>(current);
    for (Map.Entry<String, String> change : changes.entrySet()) {
      byKey.get(change.getKey()).check(change.getValue());
      values.put(change.getKey(), change.getValue());
    }
    return Collections.unmodifiableMap(values);
  }
}
