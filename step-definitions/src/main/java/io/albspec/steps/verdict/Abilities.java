package io.albspec.steps.verdict;

import java.util.Optional;

/** Something that has, or lacks, what scenarios may need. */
@FunctionalInterface
public interface Abilities {

  /** Why an ability is missing here, empty if it is there or somebody else's business. */
  Optional<Lack> lacks(String ability);
}
