package io.albspec.proxy.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.albspec.proxy.control.Config;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * A configuration in a file, one record for each resource, and a header that tells the format, the
 * number of the last change and a digest of everything.
 */
final class RecordFile implements AutoCloseable {

  private static final String HEADER = "header";
  private static final int FORMAT = 2;

  private final ObjectMapper mapper = new ObjectMapper();
  private final Positions positions = new Positions();
  private final Digest digest = new Digest();
  private final Path path;
  private final Records records;
  private Config config;

  private RecordFile(Path path, Records records, Config config) {
    this.path = path;
    this.records = records;
    this.config = config;
  }

  /** Makes a new file with a configuration in it. */
  static void create(Path path, Config config) throws IOException {
    Config empty = Config.EMPTY.withGeneration(config.generation());
    try (RecordFile file = new RecordFile(path, Records.create(path), empty)) {
      file.save(config);
    }
  }

  /**
   * Opens a file that was made before.
   *
   * @throws StoreException if it is damaged, or of a later version
   */
  static RecordFile open(Path path) throws IOException {
    if (Files.size(path) == 0) {
      throw StoreException.damaged(path, "it is empty", null);
    }
    Records records = Records.open(path);
    try {
      RecordFile file = new RecordFile(path, records, Config.EMPTY);
      file.load(records.all());
      return file;
    } catch (StoreException unusable) {
      records.close();
      throw unusable;
    }
  }

  private void load(Map<String, byte[]> all) throws IOException {
    byte[] header = all.remove(HEADER);
    if (header == null) {
      throw StoreException.damaged(path, "it has no header", null);
    }
    try {
      JsonNode json = mapper.readTree(header);
      checkFormat(json.path("format").asInt());
      all.forEach(digest::put);
      long generation = json.path("generation").asLong();
      if (!mapper.readTree(header(generation)).equals(json)) {
        throw StoreException.damaged(
            path, "its records do not have the digest of its header", null);
      }
      config = new ConfigRecords(parsed(all), positions).config(generation);
    } catch (IOException | IllegalArgumentException | DateTimeException e) {
      throw StoreException.damaged(path, e.getMessage(), e);
    }
  }

  private void checkFormat(int format) {
    if (format > FORMAT) {
      throw new StoreException(
          "the configuration in %s was written by a later version: its format is %d, this version reads up to %d"
              .formatted(path, format, FORMAT),
          null);
    }
  }

  private NavigableMap<String, JsonNode> parsed(Map<String, byte[]> all) throws IOException {
    NavigableMap<String, JsonNode> parsed = new TreeMap<>();
    for (Map.Entry<String, byte[]> each : all.entrySet()) {
      parsed.put(each.getKey(), mapper.readTree(each.getValue()));
    }
    return parsed;
  }

  /** The configuration in it. */
  Config config() {
    return config;
  }

  /**
   * Makes it hold another configuration. If that fails, the file is closed, and holds either one or
   * the other.
   *
   * @throws IOException if it could not be written
   */
  void save(Config next) throws IOException {
    boolean saved = false;
    try {
      write(Difference.between(config, next, positions), next.generation());
      config = next;
      saved = true;
    } finally {
      if (!saved) {
        records.close();
      }
    }
  }

  private void write(Change change, long generation) throws IOException {
    Map<String, byte[]> written = new HashMap<>();
    for (Map.Entry<String, ObjectNode> each : change.written().entrySet()) {
      written.put(each.getKey(), mapper.writeValueAsBytes(each.getValue()));
    }
    written.forEach(digest::put);
    change.removed().forEach(digest::remove);
    written.put(HEADER, header(generation));
    records.change(written, change.removed());
  }

  private byte[] header(long generation) throws IOException {
    digest.put("generation", Long.toString(generation).getBytes(UTF_8));
    return mapper.writeValueAsBytes(
        mapper
            .createObjectNode()
            .put("format", FORMAT)
            .put("generation", generation)
            .put("digest", digest.text()));
  }

  @Override
  public void close() {
    records.close();
  }
}
