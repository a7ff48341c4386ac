package io.albspec.steps.verdict;

import java.util.Optional;

/** The machine a run happens on. */
@FunctionalInterface
public interface Environment {

  /** Why an ability is missing here, empty if it is there or not the machine's business. */
  Optional<Lack> lacks(String ability);
}
