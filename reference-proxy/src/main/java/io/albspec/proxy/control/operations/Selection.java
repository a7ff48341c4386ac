package io.albspec.proxy.control.operations;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Picks out of a list what was asked for by name or ARN. */
final class Selection {

  private Selection() {}

  /** The items asked for, in the order of the list; empty if one of them is not there. */
  static <T> Optional<List<T>> of(List<T> all, Function<T, String> key, Collection<String> asked) {
    Set<String> wanted = new HashSet<>(asked);
    List<T> found = all.stream().filter(item -> wanted.contains(key.apply(item))).toList();
    return found.size() == wanted.size() ? Optional.of(found) : Optional.empty();
  }
}
