package io.albspec.proxy.store;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.albspec.proxy.control.Config;
import io.albspec.proxy.store.Kind.Branch;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds out what has changed between two configurations. Resources that are the same object are
 * passed over, so that the effort is that of the change: of a listener with thousands of rules,
 * only those in between the first and the last changed one are looked at.
 */
final class Difference {

  private final Positions positions;
  private final Change change = new Change();

  private Difference(Positions positions) {
    this.positions = positions;
  }

  /**
   * What makes the records of one configuration those of another.
   *
   * @param positions of the resources in the records; brought up to date
   */
  static Change between(Config before, Config after, Positions positions) {
    Difference difference = new Difference(positions);
    difference.top(Kind.BALANCER, before.balancers(), after.balancers());
    difference.top(Kind.GROUP, before.targetGroups(), after.targetGroups());
    difference.top(Kind.TRUST_STORE, before.trustStores(), after.trustStores());
    return difference.change;
  }

  private <T> void top(Kind<T> kind, Map<String, T> before, Map<String, T> after) {
    list(
        kind,
        Key.prefix(kind.name(), ""),
        List.copyOf(before.values()),
        List.copyOf(after.values()));
  }

  private <T> void list(Kind<T> kind, String prefix, List<T> before, List<T> after) {
    int start = commonStart(before, after);
    int tail = commonEnd(before, after, start);
    Map<String, T> gone = new LinkedHashMap<>();
    for (T each : before.subList(start, before.size() - tail)) {
      gone.put(kind.id().apply(each), each);
    }
    long last = start == 0 ? 0 : position(kind, prefix, after.get(start - 1));
    for (T each : after.subList(start, after.size() - tail)) {
      Optional<T> was = Optional.ofNullable(gone.remove(kind.id().apply(each)));
      last = resource(kind, prefix, was, each, last);
    }
    gone.forEach((id, each) -> remove(kind, prefix, each));
    for (T each : after.subList(after.size() - tail, after.size())) {
      if (!kind.ordered() || position(kind, prefix, each) > last) {
        return;
      }
      last = resource(kind, prefix, Optional.of(each), each, last);
    }
  }

  private static <T> int commonStart(List<T> before, List<T> after) {
    int most = Math.min(before.size(), after.size());
    int same = 0;
    while (same < most && before.get(same) == after.get(same)) {
      same++;
    }
    return same;
  }

  private static <T> int commonEnd(List<T> before, List<T> after, int start) {
    int most = Math.min(before.size(), after.size()) - start;
    int same = 0;
    while (same < most
        && before.get(before.size() - 1 - same) == after.get(after.size() - 1 - same)) {
      same++;
    }
    return same;
  }

  private <T> long position(Kind<T> kind, String prefix, T resource) {
    return positions.of(prefix + kind.id().apply(resource));
  }

  /** One resource that may have changed or moved; the answer is its position. */
  private <T> long resource(Kind<T> kind, String prefix, Optional<T> was, T now, long last) {
    String id = kind.id().apply(now);
    String key = prefix + id;
    ObjectNode json = kind.json().apply(now);
    boolean moved = kind.ordered() && positions.of(key) <= last;
    if (moved) {
      positions.put(key, last + 1);
    }
    if (moved || was.isEmpty() || !kind.json().apply(was.get()).equals(json)) {
      if (kind.ordered()) {
        json.put(Positions.MEMBER, positions.of(key));
      }
      change.written().put(key, json);
    }
    kind.branch().ifPresent(branch -> branch(branch, id, was, Optional.of(now)));
    return kind.ordered() ? positions.of(key) : last;
  }

  private <T> void remove(Kind<T> kind, String prefix, T resource) {
    String id = kind.id().apply(resource);
    positions.remove(prefix + id);
    change.removed().add(prefix + id);
    kind.branch().ifPresent(branch -> branch(branch, id, Optional.of(resource), Optional.empty()));
  }

  private <T, C> void branch(Branch<T, C> branch, String parent, Optional<T> was, Optional<T> now) {
    list(
        branch.kind(),
        Key.prefix(branch.kind().name(), parent),
        was.map(branch.of()).orElse(List.of()),
        now.map(branch.of()).orElse(List.of()));
  }
}
