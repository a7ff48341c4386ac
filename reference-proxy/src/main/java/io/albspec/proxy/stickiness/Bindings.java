package io.albspec.proxy.stickiness;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The sessions of one client, at most one in each target group (guide: "Application-based
 * stickiness"). Immutable.
 */
final class Bindings {

  /** Of nobody yet. */
  static final Bindings NONE = new Bindings(Map.of());

  private static final String LINE_END = "\n";

  private final Map<String, Binding> byGroup;

  private Bindings(Map<String, Binding> byGroup) {
    this.byGroup = byGroup;
  }

  /** Those that such a text tells. */
  static Bindings of(String text) {
    Map<String, Binding> byGroup = new LinkedHashMap<>();
    text.lines().map(Binding::of).forEach(each -> byGroup.put(each.group(), each));
    return new Bindings(byGroup);
  }

  /** A target group by the last part of its ARN, which no other has. */
  static String group(String arn) {
    return arn.substring(arn.lastIndexOf('/') + 1);
  }

  /** The session in the group of that ARN. */
  Optional<Binding> in(String arn) {
    return Optional.ofNullable(byGroup.get(group(arn)));
  }

  /** With those of another one too; of two in the same group the later one. */
  Bindings with(Bindings others) {
    if (others.byGroup.isEmpty()) {
      return this;
    }
    Map<String, Binding> all = new LinkedHashMap<>(byGroup);
    for (Binding other : others.byGroup.values()) {
      all.merge(other.group(), other, (one, two) -> one.at().isAfter(two.at()) ? one : two);
    }
    return new Bindings(all);
  }

  /** With the session in the group of that ARN being with a target now. */
  Bindings with(String arn, String target, Instant now) {
    Map<String, Binding> all = new LinkedHashMap<>(byGroup);
    all.put(group(arn), new Binding(group(arn), target, now));
    return new Bindings(all);
  }

  /**
   * As a text.
   *
   * @param now older ones than the lifetime of cookies are left out
   * @param room for so many characters: the latest ones are told
   */
  String text(Instant now, int room) {
    List<Binding> latest = new ArrayList<>(byGroup.values());
    latest.removeIf(each -> each.at().plus(StickySessions.LIFETIME).isBefore(now));
    latest.sort(Comparator.comparing(Binding::at).reversed());
    StringBuilder text = new StringBuilder();
    for (Binding each : latest) {
      String line = each.text() + LINE_END;
      if (text.length() + line.length() <= room) {
        text.append(line);
      }
    }
    return text.toString();
  }
}
