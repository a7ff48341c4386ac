package io.albspec.steps.world;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** CA bundles and revocation lists in the bucket of a scenario. */
public final class TrustFiles {

  private static final String CERTIFICATE = resource("ca.pem");
  private static final String LIST = resource("two-revoked.pem");

  private final Sut sut;
  private final Names names;

  /** Files for this system. */
  public TrustFiles(Sut sut, Names names) {
    this.sut = sut;
    this.names = names;
  }

  /** Writes a bundle with so many CA certificates. */
  public void bundle(String key, int certificates) {
    write(key, CERTIFICATE.repeat(certificates));
  }

  /** Writes a revocation list that revokes two certificates. */
  public void revocationList(String key) {
    write(key, LIST);
  }

  /** Deletes all files of the bucket. */
  public void delete() {
    try (Stream<Path> files = Files.list(bucket())) {
      for (Path each : files.toList()) {
        Files.delete(each);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path bucket() {
    return sut.deployment().bucket(names.in("<bucket>"));
  }

  /** Writes any file. */
  void write(String key, String content) {
    Path file = bucket().resolve(key);
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String resource(String name) {
    try (InputStream in = TrustFiles.class.getResourceAsStream("/trust/" + name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
