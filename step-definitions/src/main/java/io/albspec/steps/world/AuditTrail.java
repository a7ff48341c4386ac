package io.albspec.steps.world;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.albspec.steps.api.Answer;
import io.albspec.steps.clock.Budgets;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The records of the API calls that a system under test was sent. */
public final class AuditTrail {

  private static final String RECORD = "record";

  private final ObjectMapper mapper = new ObjectMapper();
  private final Sut sut;

  /** The records of this system. */
  public AuditTrail(Sut sut) {
    this.sut = sut;
  }

  /** Those that have these values at these paths, once there is one; none if none comes. */
  public List<String> having(Map<String, String> values) {
    sut.await().happens(Budgets.LOG_FILE, () -> !matching(values).isEmpty());
    return matching(values);
  }

  /** All of them. */
  public List<String> all() {
    Path file = sut.deployment().auditTrail();
    try {
      String text = Files.readString(file);
      return text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the audit trail " + file, e);
    }
  }

  private List<String> matching(Map<String, String> values) {
    return all().stream().filter(line -> matches(line, values)).toList();
  }

  private boolean matches(String line, Map<String, String> values) {
    Answer.Result record = new Answer.Result(RECORD, parsed(line));
    return values.entrySet().stream()
        .allMatch(each -> new FieldMatch(each.getValue()).matches(record.at(each.getKey())));
  }

  private JsonNode parsed(String line) {
    try {
      return mapper.readTree(line);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException("not a record: " + line, e);
    }
  }
}
