package io.albspec.proxy.store;

import io.albspec.proxy.control.Config;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Keeps the configuration in a directory that it has for itself, a record for each resource. A
 * crash at any moment leaves the configuration before a change or the one after, and the one after
 * once {@link #save} has returned.
 */
public final class EmbeddedStore implements Store {

  private final DirectoryLock lock;
  private final StoreFiles files;
  private final Acknowledged acknowledged;
  private Optional<RecordFile> open;

  private EmbeddedStore(
      DirectoryLock lock, StoreFiles files, Acknowledged acknowledged, RecordFile file) {
    this.lock = lock;
    this.files = files;
    this.acknowledged = acknowledged;
    this.open = Optional.of(file);
  }

  /**
   * Takes a directory, made if it is not there, and reads what is in it.
   *
   * @throws StoreException if someone has it, or if what is in it cannot be used
   * @throws IOException if it cannot be read or written
   */
  public static EmbeddedStore open(Path directory) throws IOException {
    DirectoryLock lock = DirectoryLock.of(directory);
    try {
      StoreFiles files = new StoreFiles(directory);
      files.prepare();
      RecordFile file = RecordFile.open(files.records());
      try {
        check(files, file.config().generation());
        Acknowledged acknowledged = Acknowledged.open(files.acknowledged());
        acknowledged.write(file.config().generation());
        return new EmbeddedStore(lock, files, acknowledged, file);
      } catch (IOException | StoreException unusable) {
        file.close();
        throw unusable;
      }
    } catch (IOException | StoreException unusable) {
      lock.close();
      throw unusable;
    }
  }

  private static void check(StoreFiles files, long generation) throws IOException {
    long last = Acknowledged.read(files.acknowledged());
    if (generation < last) {
      throw StoreException.damaged(
          files.records(),
          "it ends with change %d, but %d were made, as %s tells"
              .formatted(generation, last, files.acknowledged()),
          null);
    }
  }

  @Override
  public Config load() {
    return open.map(RecordFile::config).orElseThrow();
  }

  @Override
  public void save(Config config) {
    try {
      RecordFile file = open.isPresent() ? open.get() : RecordFile.open(files.records());
      open = Optional.empty();
      file.save(config);
      open = Optional.of(file);
      acknowledged.write(config.generation());
    } catch (IOException e) {
      throw new UncheckedIOException(
          "the configuration cannot be kept in %s".formatted(files.records()), e);
    } catch (StoreException e) {
      throw new UncheckedIOException(e.getMessage(), new IOException(e));
    }
  }

  @Override
  public void close() {
    open.ifPresent(RecordFile::close);
    try {
      acknowledged.close();
      lock.close();
    } catch (IOException e) {
      throw new UncheckedIOException("the lock of the data directory cannot be given back", e);
    }
  }
}
