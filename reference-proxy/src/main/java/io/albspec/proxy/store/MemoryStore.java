package io.albspec.proxy.store;

import io.albspec.proxy.control.Config;

/** Keeps nothing: every start is the first. */
public final class MemoryStore implements Store {

  @Override
  public Config load() {
    return Config.EMPTY;
  }

  @Override
  public void save(Config config) {
    // the configuration that is live is all there is
  }

  @Override
  public void close() {
    // nothing is held
  }
}
