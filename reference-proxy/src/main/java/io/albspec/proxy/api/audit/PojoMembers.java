package io.albspec.proxy.api.audit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.util.SdkAutoConstructList;
import software.amazon.awssdk.core.util.SdkAutoConstructMap;

/**
 * The members of a request or an answer in the form of CloudTrail: names that begin with a small
 * letter, times as text in English, secrets hidden.
 */
final class PojoMembers {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final String HIDDEN = "HIDDEN_DUE_TO_SECURITY_REASONS";
  private static final Set<String> SECRETS = Set.of("ClientSecret");
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("MMM d, uuuu h:mm:ss a", Locale.ENGLISH).withZone(ZoneOffset.UTC);

  private final List<String> secrets = new ArrayList<>();

  /** Every member that is set, of one of the SDK's types or a JSON object. */
  ObjectNode of(Object value) {
    return value instanceof SdkPojo pojo ? of(pojo) : (ObjectNode) value;
  }

  private ObjectNode of(SdkPojo value) {
    ObjectNode json = JSON.objectNode();
    for (SdkField<?> field : value.sdkFields()) {
      Object member = field.getValueOrDefault(value);
      if (isSet(member)) {
        json.set(name(field.memberName()), json(field, member));
      }
    }
    return json;
  }

  /** A text without the secrets that were met so far. */
  String withoutSecrets(String text) {
    String hidden = text;
    for (String secret : secrets) {
      hidden = hidden.replace(secret, HIDDEN);
    }
    return hidden;
  }

  private static boolean isSet(Object member) {
    return member != null
        && !(member instanceof SdkAutoConstructList)
        && !(member instanceof SdkAutoConstructMap);
  }

  private JsonNode json(SdkField<?> field, Object member) {
    if (SECRETS.contains(field.memberName())) {
      secrets.add(member.toString());
      return JSON.textNode(HIDDEN);
    }
    return json(member);
  }

  private JsonNode json(Object value) {
    if (value instanceof List<?> list) {
      ArrayNode array = JSON.arrayNode();
      list.forEach(each -> array.add(json(each)));
      return array;
    }
    if (value instanceof Map<?, ?> map) {
      ObjectNode object = JSON.objectNode();
      map.forEach((key, each) -> object.set(String.valueOf(key), json(each)));
      return object;
    }
    if (value instanceof SdkPojo pojo) {
      return of(pojo);
    }
    if (value instanceof Boolean bool) {
      return JSON.booleanNode(bool);
    }
    if (value instanceof Instant instant) {
      return JSON.textNode(TIME.format(instant));
    }
    return value instanceof Number number
        ? JSON.numberNode(number.longValue())
        : JSON.textNode(value.toString());
  }

  /** {@code LoadBalancerName} becomes {@code loadBalancerName}, {@code DNSName} {@code dnsName}. */
  static String name(String member) {
    int capitals = 1;
    while (capitals < member.length() && Character.isUpperCase(member.charAt(capitals))) {
      capitals++;
    }
    int lowered = capitals == 1 || member.startsWith("IPv") ? capitals : capitals - 1;
    return member.substring(0, lowered).toLowerCase(Locale.ROOT) + member.substring(lowered);
  }
}
