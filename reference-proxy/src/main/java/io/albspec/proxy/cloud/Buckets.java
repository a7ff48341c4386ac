package io.albspec.proxy.cloud;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/** The buckets of Amazon S3: the bucket {@code b} is the folder {@code b} of one folder. */
@FunctionalInterface
public interface Buckets {

  /** No bucket at all. */
  Buckets NONE = (bucket, key) -> Optional.empty();

  /** The file that is the object of that key, empty if there is none. */
  Optional<Path> object(String bucket, String key);

  /** Those in a folder. */
  static Buckets in(Path folder) {
    return (bucket, key) -> {
      try {
        Path home = folder.resolve(bucket).normalize();
        Path object = home.resolve(key).normalize();
        boolean inside = folder.normalize().equals(home.getParent()) && object.startsWith(home);
        return inside && Files.isRegularFile(object) ? Optional.of(object) : Optional.empty();
      } catch (InvalidPathException notOne) {
        return Optional.empty();
      }
    };
  }
}
