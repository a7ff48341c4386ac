package io.albspec.proxy.template;

import io.albspec.proxy.yaml.Place;
import io.albspec.proxy.yaml.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;

/**
 * A resource that has been made: what can be asked of it.
 *
 * @param type its type
 * @param shown what the API shows of it
 */
record Physical(ResourceType type, SdkPojo shown) {

  /** What identifies it. */
  String arn() {
    return (String) member(type.arn()).orElseThrow();
  }

  /** An attribute of it, empty if it has none of that name. */
  Optional<Value> attribute(String name, Place place) {
    if (type.isFullName(name)) {
      return Optional.of(new Value.Text(fullName(), place));
    }
    return member(name).map(value -> value(value, place));
  }

  /** As in the dimensions of metrics: what follows the kind in the ARN, the kind of group kept. */
  private String fullName() {
    String resource = arn().substring(arn().lastIndexOf(':') + 1);
    return resource.startsWith("loadbalancer/")
        ? resource.substring("loadbalancer/".length())
        : resource;
  }

  /** Attributes are called as the members are, but for the case: CanonicalHostedZoneID. */
  private Optional<Object> member(String name) {
    return shown.sdkFields().stream()
        .filter(field -> lower(field.locationName()).equals(lower(name)))
        .findFirst()
        .map((SdkField<?> field) -> field.getValueOrDefault(shown));
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  private static Value value(Object value, Place place) {
    if (!(value instanceof List<?> list)) {
      return new Value.Text(value.toString(), place);
    }
    List<Value> items = new ArrayList<>();
    list.forEach(item -> items.add(value(item, place)));
    return new Value.Items(List.copyOf(items), place);
  }
}
