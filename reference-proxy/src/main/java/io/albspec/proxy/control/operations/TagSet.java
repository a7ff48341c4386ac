package io.albspec.proxy.control.operations;

import io.albspec.proxy.control.ApiException;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Tag;

/** The tags of one resource (guide, "Tags for your Application Load Balancer"). */
final class TagSet {

  private static final int MAX_TAGS = 50;
  private static final int MAX_KEY = 127;
  private static final int MAX_VALUE = 255;

  private TagSet() {}

  /** Tags added to those that are there; a known key gets the new value. */
  static Map<String, String> add(Map<String, String> current, List<Tag> added) throws ApiException {
    Map<String, String> tags = new LinkedHashMap<>(current);
    Set<String> keys = new HashSet<>();
    for (Tag tag : added) {
      String value = Objects.requireNonNullElse(tag.value(), "");
      if (!keys.add(tag.key())) {
        throw new ApiException(
            "DuplicateTagKeys", "Tag key was specified more than once: " + tag.key());
      }
      check("key", tag.key(), MAX_KEY);
      check("value", value, MAX_VALUE);
      tags.put(tag.key(), value);
    }
    if (tags.size() > MAX_TAGS) {
      throw new ApiException(
          "TooManyTags",
          "The maximum number of tags per resource '%d' has been reached".formatted(MAX_TAGS));
    }
    return Collections.unmodifiableMap(tags);
  }

  /** The tags without these keys. */
  static Map<String, String> remove(Map<String, String> current, Collection<String> keys)
      throws ApiException {
    Map<String, String> tags = new LinkedHashMap<>(current);
    for (String key : keys) {
      check("key", key, MAX_KEY);
      tags.remove(key);
    }
    return Collections.unmodifiableMap(tags);
  }

  /** The tags as they are shown. */
  static List<Tag> shown(Map<String, String> tags) {
    return tags.entrySet().stream()
        .map(tag -> Tag.builder().key(tag.getKey()).value(tag.getValue()).build())
        .toList();
  }

  private static void check(String what, String text, int limit) throws ApiException {
    if (text.codePointCount(0, text.length()) > limit) {
      throw ApiException.validation(
          "The tag %s '%s' cannot be longer than '%d' characters".formatted(what, text, limit));
    }
    if (text.toLowerCase(Locale.ROOT).startsWith("aws:")) {
      throw ApiException.validation(
          "The tag %s '%s' starts with the reserved prefix 'aws:'".formatted(what, text));
    }
  }
}
