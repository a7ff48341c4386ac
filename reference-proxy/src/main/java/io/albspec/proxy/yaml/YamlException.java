package io.albspec.proxy.yaml;

import java.util.Optional;

/** A file that is not what it should be. */
public final class YamlException extends Exception {

  private static final long serialVersionUID = 1L;

  private final transient Place place;
  private final String problem;

  /** Something wrong at a place. */
  public YamlException(Place place, String problem) {
    super("line %d: %s".formatted(place.line(), problem));
    this.place = place;
    this.problem = problem;
  }

  /** Something wrong with the whole. */
  public YamlException(String problem) {
    super(problem);
    this.place = null;
    this.problem = problem;
  }

  /** Where it is wrong, empty if all of it is. */
  public Optional<Place> place() {
    return Optional.ofNullable(place);
  }

  /** What is wrong, without the place. */
  public String problem() {
    return problem;
  }
}
