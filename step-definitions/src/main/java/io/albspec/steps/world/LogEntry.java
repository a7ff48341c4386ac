package io.albspec.steps.world;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One line of an access log, its fields by the names of the guide ("Access log entries"). */
public record LogEntry(Map<String, String> fields) {

  private static final Pattern FIELD = Pattern.compile("\"([^\"]*)\"|(\\S+)");
  private static final List<String> NAMES =
      List.of(
          "type",
          "time",
          "elb",
          "client:port",
          "target:port",
          "request_processing_time",
          "target_processing_time",
          "response_processing_time",
          "elb_status_code",
          "target_status_code",
          "received_bytes",
          "sent_bytes",
          "request",
          "user_agent",
          "ssl_cipher",
          "ssl_protocol",
          "target_group_arn",
          "trace_id",
          "domain_name",
          "chosen_cert_arn",
          "matched_rule_priority",
          "request_creation_time",
          "actions_executed",
          "redirect_url",
          "error_reason",
          "target:port_list",
          "target_status_code_list",
          "classification",
          "classification_reason");

  /** Copies the fields. */
  public LogEntry {
    fields = Map.copyOf(fields);
  }

  /** The entry of a line; quotes are taken off, further fields are left out. */
  static LogEntry of(String line) {
    List<String> values = new ArrayList<>();
    Matcher field = FIELD.matcher(line);
    while (field.find()) {
      values.add(Optional.ofNullable(field.group(1)).orElseGet(() -> field.group(2)));
    }
    Map<String, String> fields = new LinkedHashMap<>();
    for (int i = 0; i < Math.min(NAMES.size(), values.size()); i++) {
      fields.put(NAMES.get(i), values.get(i));
    }
    return new LogEntry(fields);
  }

  /** When the response was generated, or a WebSocket connection closed. */
  public Instant time() {
    return instant("time");
  }

  /** When the request was received. */
  public Instant requestCreationTime() {
    return instant("request_creation_time");
  }

  private Instant instant(String name) {
    try {
      return Instant.parse(fields.getOrDefault(name, ""));
    } catch (DateTimeParseException e) {
      throw new AssertionError("the field %s is no time in %s".formatted(name, fields), e);
    }
  }

  /** The value of a field, empty if the entry has no such field. */
  public Optional<String> field(String name) {
    return Optional.ofNullable(fields.get(name));
  }
}
