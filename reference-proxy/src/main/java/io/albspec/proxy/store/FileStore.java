package io.albspec.proxy.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.albspec.proxy.control.Config;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.DateTimeException;

/**
 * Keeps the configuration in a file of a directory that it has for itself. The file is replaced as
 * a whole, so that a crash at any moment leaves the configuration before or the one after, never a
 * part of one.
 */
public final class FileStore implements Store {

  private static final String FILE = "config.json";
  private static final int FORMAT = 1;

  private final ObjectMapper mapper = new ObjectMapper();
  private final Path file;
  private final Path next;
  private final FileChannel lock;

  private FileStore(Path file, Path next, FileChannel lock) {
    this.file = file;
    this.next = next;
    this.lock = lock;
  }

  /**
   * Takes a directory, made if it is not there.
   *
   * @throws StoreException if another process has it
   * @throws IOException if it cannot be used
   */
  public static FileStore open(Path directory) throws IOException {
    Files.createDirectories(directory);
    FileChannel channel =
        FileChannel.open(
            directory.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    if (!locks(channel)) {
      channel.close();
      throw new StoreException("the data directory %s is in use".formatted(directory), null);
    }
    return new FileStore(directory.resolve(FILE), directory.resolve(FILE + ".next"), channel);
  }

  private static boolean locks(FileChannel channel) throws IOException {
    try {
      FileLock held = channel.tryLock();
      return held != null;
    } catch (OverlappingFileLockException heldByThisProcess) {
      return false;
    }
  }

  @Override
  public Config load() {
    if (!Files.exists(file)) {
      return Config.EMPTY;
    }
    try {
      JsonNode json = mapper.readTree(Files.readAllBytes(file));
      int format = json.path("format").asInt(0);
      if (format != FORMAT) {
        throw corrupt("its format is %d, this version reads %d".formatted(format, FORMAT), null);
      }
      return ConfigReader.read(json.path("config"));
    } catch (JsonProcessingException e) {
      throw corrupt("it is not JSON: " + e.getOriginalMessage(), e);
    } catch (IllegalArgumentException | DateTimeException e) {
      throw corrupt(e.getMessage(), e);
    } catch (IOException e) {
      throw corrupt("it cannot be read: " + e.getMessage(), e);
    }
  }

  private StoreException corrupt(String why, Exception cause) {
    return new StoreException(
        "the configuration in %s cannot be used: %s".formatted(file, why), cause);
  }

  @Override
  public void save(Config config) {
    ObjectNode json = mapper.createObjectNode();
    json.put("format", FORMAT);
    json.set("config", ConfigJson.write(config));
    try {
      write(mapper.writerWithDefaultPrettyPrinter().writeValueAsBytes(json));
    } catch (IOException e) {
      throw new UncheckedIOException("the configuration cannot be kept in %s".formatted(file), e);
    }
  }

  private void write(byte[] bytes) throws IOException {
    try (FileChannel channel =
        FileChannel.open(
            next,
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE,
            StandardOpenOption.TRUNCATE_EXISTING)) {
      ByteBuffer buffer = ByteBuffer.wrap(bytes);
      while (buffer.hasRemaining()) {
        channel.write(buffer);
      }
      channel.force(true);
    }
    Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    try (FileChannel directory = FileChannel.open(file.getParent(), StandardOpenOption.READ)) {
      directory.force(true);
    }
  }

  @Override
  public void close() {
    try {
      lock.close();
    } catch (IOException e) {
      throw new UncheckedIOException("the lock of the data directory cannot be given back", e);
    }
  }
}
