package io.albspec.proxy.telemetry;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Buckets that are folders: the bucket {@code b} is the folder {@code b} in that of all. */
final class FolderBuckets implements LogBuckets {

  private final Path folder;

  FolderBuckets(Path folder) {
    this.folder = folder;
  }

  @Override
  public void put(String bucket, String key, Path file) throws IOException {
    Path place = folder.resolve(bucket).resolve(key);
    Files.createDirectories(place.getParent());
    try {
      Files.move(file, place, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException otherDisk) {
      putByCopy(file, place);
    }
  }

  private static void putByCopy(Path file, Path place) throws IOException {
    Path part = place.resolveSibling("." + place.getFileName() + ".part");
    try {
      Files.copy(file, part, StandardCopyOption.REPLACE_EXISTING);
      Files.move(part, place, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(part);
    }
    Files.delete(file);
  }
}
