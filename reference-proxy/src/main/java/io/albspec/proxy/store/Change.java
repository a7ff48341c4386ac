package io.albspec.proxy.store;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * What makes the records of one configuration those of another.
 *
 * @param written by their keys, new or in the place of what was there
 * @param removed keys
 */
record Change(Map<String, ObjectNode> written, Set<String> removed) {

  Change() {
    this(new LinkedHashMap<>(), new LinkedHashSet<>());
  }
}
