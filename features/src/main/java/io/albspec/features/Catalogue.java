package io.albspec.features;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** All requirements, in the order of their files and lines. */
public final class Catalogue {

  private final List<Requirement> requirements;
  private final Map<String, Requirement> byId;

  /**
   * Takes the requirements as they are.
   *
   * @throws IllegalStateException if two have the same id
   */
  public Catalogue(List<Requirement> requirements) {
    this.requirements = List.copyOf(requirements);
    this.byId =
        this.requirements.stream()
            .collect(Collectors.toUnmodifiableMap(Requirement::id, Function.identity()));
  }

  /** Every requirement. */
  public List<Requirement> requirements() {
    return requirements;
  }

  /** The requirement of that id. */
  public Optional<Requirement> find(String id) {
    return Optional.ofNullable(byId.get(id));
  }
}
