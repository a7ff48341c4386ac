package io.albspec.proxy.store;

import java.nio.file.Path;

/** A store that cannot be used as it is. Nothing in it has been changed. */
public final class StoreException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  StoreException(String message, Throwable cause) {
    super(message, cause);
  }

  /** A file that is not as it was left. */
  static StoreException damaged(Path file, String why, Throwable cause) {
    return new StoreException(
        "the configuration in %s cannot be used: %s; put a copy of the data directory in its place, or move it away to begin with an empty configuration"
            .formatted(file, why),
        cause);
  }
}
