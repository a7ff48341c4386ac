package io.albspec.proxy.store;

import io.albspec.proxy.control.Config;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * The files of a store in its directory. A new file of records is made under another name, so that
 * there never is a file that is not complete.
 */
record StoreFiles(Path directory) {

  /** The file of records. */
  Path records() {
    return directory.resolve("config.db");
  }

  /** The number of the last change that was acknowledged. */
  Path acknowledged() {
    return directory.resolve("config.acknowledged");
  }

  private Path fresh() {
    return directory.resolve("config.db.new");
  }

  private Path former() {
    return directory.resolve("config.json");
  }

  private Path migrated() {
    return directory.resolve("config.json.migrated");
  }

  /**
   * Sees to it that there is a file of records: the one that is there, one made of the file of an
   * earlier version, or an empty one.
   *
   * @throws StoreException if what is there cannot be used
   */
  void prepare() throws IOException {
    boolean isFormer = Files.exists(former());
    if (Files.exists(records())) {
      if (isFormer) {
        throw new StoreException(
            "%s holds the configuration of an earlier version, beside that in %s; move away the one that is out of date"
                .formatted(former(), records()),
            null);
      }
      return;
    }
    if (Files.exists(acknowledged())) {
      throw StoreException.damaged(records(), "it is missing", null);
    }
    boolean isComplete = !isFormer && Files.exists(migrated()) && Files.exists(fresh());
    if (!isComplete) {
      Files.deleteIfExists(fresh());
      RecordFile.create(fresh(), isFormer ? FormerFile.read(former()) : Config.EMPTY);
    }
    if (isFormer) {
      move(former(), migrated());
    }
    move(fresh(), records());
  }

  private void move(Path from, Path to) throws IOException {
    Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }
}
