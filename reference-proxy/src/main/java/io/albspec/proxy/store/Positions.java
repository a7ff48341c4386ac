package io.albspec.proxy.store;

import java.util.HashMap;
import java.util.Map;

/**
 * Where in its order each resource stands, by the key of its record: numbers above 0 that ascend,
 * with gaps.
 */
final class Positions {

  /** The member of a record that holds it. */
  static final String MEMBER = "position";

  private final Map<String, Long> positions = new HashMap<>();

  /** 0 if it has none yet. */
  long of(String key) {
    return positions.getOrDefault(key, 0L);
  }

  void put(String key, long position) {
    positions.put(key, position);
  }

  void remove(String key) {
    positions.remove(key);
  }
}
