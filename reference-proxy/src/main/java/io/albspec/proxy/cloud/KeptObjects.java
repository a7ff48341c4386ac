package io.albspec.proxy.cloud;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Objects of Amazon S3, and copies of those that must stay as they were when they were read,
 * whatever becomes of them in their buckets. A copy lies in a folder that is named by its digest,
 * under its own name.
 */
public final class KeptObjects implements AutoCloseable {

  /** A copy may be made some time before it is known what it is for. */
  private static final Duration GRACE = Duration.ofMinutes(10);

  private final Buckets buckets;
  private final Optional<Path> durable;
  private Path folder;

  /**
   * A copy.
   *
   * @param digest of the content: SHA-256, hexadecimal
   * @param file that has it
   */
  public record Kept(String digest, Path file) {}

  private KeptObjects(Buckets buckets, Optional<Path> durable) {
    this.buckets = buckets;
    this.durable = durable;
  }

  /** Copies are kept in that folder, which need not be there yet. */
  public static KeptObjects in(Path folder, Buckets buckets) {
    return new KeptObjects(buckets, Optional.of(folder));
  }

  /** Copies are kept until this is closed. */
  public static KeptObjects temporary(Buckets buckets) {
    return new KeptObjects(buckets, Optional.empty());
  }

  /** The object of that key as it is in its bucket now; empty if there is none. */
  public Optional<Path> object(String bucket, String key) {
    return buckets.object(bucket, key);
  }

  /**
   * Makes a copy that a crash does not take away.
   *
   * @param object one of those that {@link #object} gives
   */
  public Kept keep(Path object) throws IOException {
    Path home = folder();
    Path copy = Files.createTempFile(home, "new", null);
    try {
      String digest = copy(object, copy);
      Path place = Files.createDirectories(home.resolve(digest));
      Path file = place.resolve(object.getFileName());
      Files.move(copy, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      Files.setLastModifiedTime(place, FileTime.from(Instant.now()));
      return new Kept(digest, file);
    } finally {
      Files.deleteIfExists(copy);
    }
  }

  private static String copy(Path from, Path to) throws IOException {
    MessageDigest digest = sha256();
    try (OutputStream out = new DigestOutputStream(Files.newOutputStream(to), digest)) {
      Files.copy(from, out);
    }
    try (FileChannel written = FileChannel.open(to, StandardOpenOption.WRITE)) {
      written.force(true);
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("there is no SHA-256", e);
    }
  }

  private synchronized Path folder() throws IOException {
    if (folder == null) {
      folder =
          durable.isPresent()
              ? Files.createDirectories(durable.get())
              : Files.createTempDirectory("albspec-objects");
    }
    return folder;
  }

  /**
   * The copy of an object with that digest. Where none was kept, the object in its bucket, if it
   * still is the same.
   */
  public Optional<Path> kept(String bucket, String key, String digest) {
    try {
      Path copy = folder().resolve(digest).resolve(Path.of(key).getFileName());
      if (Files.isRegularFile(copy)) {
        return Optional.of(copy);
      }
      Optional<Path> object = object(bucket, key);
      return object.isPresent() && digest(object.get()).equals(digest) ? object : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String digest(Path file) throws IOException {
    MessageDigest digest = sha256();
    try (OutputStream out = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
      Files.copy(file, out);
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  /** Gives up the copies with other digests, but those made in the last ten minutes. */
  public void retain(Set<String> digests) {
    try (Stream<Path> copies = Files.list(folder())) {
      Instant old = Instant.now().minus(GRACE);
      List<Path> forgotten =
          copies
              .filter(copy -> !digests.contains(copy.getFileName().toString()))
              .filter(copy -> isOlder(copy, old))
              .toList();
      for (Path each : forgotten) {
        delete(each);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isOlder(Path copy, Instant moment) {
    try {
      return Files.getLastModifiedTime(copy).toInstant().isBefore(moment);
    } catch (IOException gone) {
      return false;
    }
  }

  private static void delete(Path tree) throws IOException {
    Files.walkFileTree(
        tree,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path directory, IOException failure)
              throws IOException {
            Files.delete(directory);
            return FileVisitResult.CONTINUE;
          }
        });
  }

  @Override
  public synchronized void close() {
    if (durable.isEmpty() && folder != null) {
      try {
        delete(folder);
      } catch (IOException e) {
        throw new UncheckedIOException("copies cannot be deleted", e);
      }
      folder = null;
    }
  }
}
