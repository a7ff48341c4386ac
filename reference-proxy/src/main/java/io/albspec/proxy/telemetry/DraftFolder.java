package io.albspec.proxy.telemetry;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A process's own folder of files that are being written or wait for their delivery, locked as long
 * as the process lives: one that can be locked by another was left behind.
 */
final class DraftFolder implements Closeable {

  private static final String LOCK = "lock";

  private final Path folder;
  private final FileChannel lock;

  private DraftFolder(Path folder, FileChannel lock) {
    this.folder = folder;
    this.lock = lock;
  }

  /** Makes the folder. */
  static DraftFolder make(Path folder) throws IOException {
    Files.createDirectories(folder);
    return lock(folder, StandardOpenOption.CREATE)
        .orElseThrow(() -> new IOException(folder + " is in use"));
  }

  /** Takes a folder over whose process has ended; empty if that lives. */
  static Optional<DraftFolder> takeOver(Path folder) throws IOException {
    return Files.exists(folder.resolve(LOCK))
        ? lock(folder, StandardOpenOption.WRITE)
        : Optional.empty();
  }

  private static Optional<DraftFolder> lock(Path folder, StandardOpenOption option)
      throws IOException {
    FileChannel lock = FileChannel.open(folder.resolve(LOCK), StandardOpenOption.WRITE, option);
    boolean locked = false;
    try {
      locked = lock.tryLock() != null;
    } catch (OverlappingFileLockException thisProcess) {
      return Optional.empty();
    } finally {
      if (!locked) {
        lock.close();
      }
    }
    return locked ? Optional.of(new DraftFolder(folder, lock)) : Optional.empty();
  }

  /** Where to write a file that is to go into that bucket under that key. */
  Path draft(String bucket, String key) throws IOException {
    Path draft = folder.resolve(bucket).resolve(key);
    Files.createDirectories(draft.getParent());
    return draft;
  }

  /** The drafts that are there. */
  List<Path> drafts() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).filter(file -> !isLock(file)).sorted().toList();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private boolean isLock(Path file) {
    return file.equals(folder.resolve(LOCK));
  }

  /** The bucket that a draft is to go to. */
  String bucket(Path draft) {
    return folder.relativize(draft).getName(0).toString();
  }

  /** The key that a draft was made for. */
  String key(Path draft) {
    Path relative = folder.relativize(draft);
    return relative.subpath(1, relative.getNameCount()).toString().replace('\\', '/');
  }

  @Override
  public String toString() {
    return folder.toString();
  }

  /** Gives the folder up, and removes it unless there are drafts in it. */
  @Override
  public void close() throws IOException {
    try {
      if (drafts().isEmpty()) {
        deleteAll();
      }
    } finally {
      lock.close();
    }
  }

  private void deleteAll() throws IOException {
    List<Path> paths;
    try (Stream<Path> all = Files.walk(folder)) {
      paths = all.sorted(Comparator.reverseOrder()).toList();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    for (Path path : paths) {
      Files.deleteIfExists(path);
    }
  }
}
