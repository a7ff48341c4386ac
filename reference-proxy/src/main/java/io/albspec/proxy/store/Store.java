package io.albspec.proxy.store;

import io.albspec.proxy.control.Config;

/** Where the configuration lives between two starts. Used by one thread at a time. */
public interface Store extends AutoCloseable {

  /** The configuration of the last run, empty if there was none. */
  Config load();

  /**
   * Keeps a configuration in the place of the one before. When this returns it is safe.
   *
   * @throws java.io.UncheckedIOException if it could not be kept; then the one before still is
   */
  void save(Config config);

  @Override
  void close();
}
