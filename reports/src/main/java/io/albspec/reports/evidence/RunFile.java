package io.albspec.reports.evidence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads run.json. */
final class RunFile {

  static final String NAME = "run.json";

  private static final String SCHEMA = "albspec/run/1";
  private static final ObjectMapper JSON = new ObjectMapper();

  private RunFile() {}

  /**
   * The run that the folder holds evidence of.
   *
   * @throws MalformedEvidenceException if a field is missing or wrong
   */
  static Run read(Path folder) throws IOException {
    JsonNode root = parse(Files.readAllBytes(folder.resolve(NAME)));
    if (!text(root, "/schema").equals(SCHEMA)) {
      throw fault("/schema", "is not " + SCHEMA);
    }
    return new Run(
        system(root),
        environment(root),
        text(root, "/catalogue/sha256"),
        instant(root, "/started"),
        instant(root, "/finished"),
        text(root, "/filter"),
        text(root, "/command"));
  }

  private static JsonNode parse(byte[] bytes) throws IOException {
    try {
      return JSON.readTree(bytes);
    } catch (JsonProcessingException e) {
      throw MalformedEvidenceException.inLine(
          NAME, Math.max(1, e.getLocation().getLineNr()), e.getOriginalMessage());
    }
  }

  private static TestedSystem system(JsonNode root) {
    return new TestedSystem(
        text(root, "/system/vendor"),
        text(root, "/system/product"),
        text(root, "/system/version"),
        text(root, "/system/driver"));
  }

  private static Map<String, String> environment(JsonNode root) {
    Map<String, String> environment = new LinkedHashMap<>();
    root.at("/environment")
        .properties()
        .forEach(entry -> environment.put(entry.getKey(), entry.getValue().asText()));
    return environment;
  }

  private static Instant instant(JsonNode root, String field) {
    String value = text(root, field);
    try {
      return Instant.parse(value);
    } catch (DateTimeParseException e) {
      throw fault(field, "is not an instant in ISO 8601: " + value);
    }
  }

  private static String text(JsonNode root, String field) {
    JsonNode node = root.at(field);
    if (!node.isTextual()) {
      throw fault(field, node.isMissingNode() ? "is missing" : "is not a string");
    }
    return node.textValue();
  }

  private static MalformedEvidenceException fault(String pointer, String fault) {
    return MalformedEvidenceException.inField(NAME, pointer.substring(1).replace('/', '.'), fault);
  }
}
