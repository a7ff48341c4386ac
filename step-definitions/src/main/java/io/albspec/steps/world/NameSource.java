package io.albspec.steps.world;

import java.util.Optional;

/** Knows what some of the run-time names stand for that steps write in angle brackets. */
@FunctionalInterface
public interface NameSource {

  /** What a name, without its brackets, stands for; empty if it is not one of these. */
  Optional<String> value(String name);
}
