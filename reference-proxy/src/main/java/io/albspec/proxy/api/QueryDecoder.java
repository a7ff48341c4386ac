package io.albspec.proxy.api;

import io.albspec.proxy.control.ApiException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.protocol.MarshallingType;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.MapTrait;
import software.amazon.awssdk.utils.builder.Buildable;

/**
 * Fills any of the SDK's request types from the parameters of a Query request. The types describe
 * their own members, so no operation needs code of its own. Parameters that no member asks for are
 * ignored, as AWS does.
 */
final class QueryDecoder {

  private QueryDecoder() {}

  /**
   * Sets every member of a builder that was sent.
   *
   * @throws ApiException ValidationError naming the member, if a value is not of its type
   */
  static void fill(SdkPojo builder, Parameters parameters) throws ApiException {
    fill(builder, parameters, Path.ROOT);
  }

  private static void fill(SdkPojo builder, Parameters parameters, Path path) throws ApiException {
    for (SdkField<?> field : builder.sdkFields()) {
      Optional<Parameters> sent = parameters.child(field.locationName());
      if (sent.isPresent()) {
        field.set(builder, value(field, sent.get(), path.member(field.locationName())));
      }
    }
  }

  private static Object value(SdkField<?> field, Parameters sent, Path path) throws ApiException {
    MarshallingType<?> type = field.marshallingType();
    if (type == MarshallingType.LIST) {
      return list(field.getRequiredTrait(ListTrait.class), sent, path);
    }
    if (type == MarshallingType.MAP) {
      return map(field.getRequiredTrait(MapTrait.class), sent, path);
    }
    if (type == MarshallingType.SDK_POJO) {
      SdkPojo builder = field.constructor().get();
      fill(builder, sent, path);
      return ((Buildable) builder).build();
    }
    return Scalars.parse(type, sent.value().orElse(""), path);
  }

  private static List<Object> list(ListTrait trait, Parameters sent, Path path)
      throws ApiException {
    List<Object> values = new ArrayList<>();
    for (Map.Entry<Integer, Parameters> item : numbered(sent, Wire.item(trait), path)) {
      Path at = path.item(values.size() + 1);
      values.add(value(trait.memberFieldInfo(), item.getValue(), at));
    }
    return values;
  }

  private static Map<String, Object> map(MapTrait trait, Parameters sent, Path path)
      throws ApiException {
    Map<String, Object> values = new LinkedHashMap<>();
    for (Map.Entry<Integer, Parameters> entry : numbered(sent, Wire.ENTRY, path)) {
      Parameters pair = entry.getValue();
      String key = pair.child(Wire.key(trait)).flatMap(Parameters::value).orElse("");
      Parameters value = pair.child(Wire.value(trait)).orElseGet(Parameters::new);
      values.put(key, value(trait.valueFieldInfo(), value, path.entry(key)));
    }
    return values;
  }

  private static Iterable<Map.Entry<Integer, Parameters>> numbered(
      Parameters sent, String step, Path path) throws ApiException {
    if (sent.value().isPresent() && !sent.value().get().isEmpty()) {
      throw ApiException.validation("'%s' must be a list, not a value".formatted(path));
    }
    Map<Integer, Parameters> ordered = new TreeMap<>();
    for (Map.Entry<String, Parameters> child :
        sent.child(step).orElseGet(Parameters::new).children().entrySet()) {
      ordered.put(index(child.getKey(), path), child.getValue());
    }
    return ordered.entrySet();
  }

  private static int index(String text, Path path) throws ApiException {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw ApiException.validation("'%s' has an item numbered '%s'".formatted(path, text));
    }
  }
}
