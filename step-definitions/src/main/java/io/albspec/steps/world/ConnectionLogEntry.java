package io.albspec.steps.world;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One line of a connection log, its fields by the names of the guide's table. */
public record ConnectionLogEntry(Map<String, String> fields) {

  private static final Pattern FIELD = Pattern.compile("\"([^\"]*)\"|(\\S+)");
  private static final List<String> NAMES =
      List.of(
          "timestamp",
          "client_ip",
          "client_port",
          "listener_port",
          "tls_protocol",
          "tls_cipher",
          "tls_handshake_latency",
          "leaf_client_cert_subject",
          "leaf_client_cert_validity",
          "leaf_client_cert_serial_number",
          "tls_verify_status");

  /** Copies the fields. */
  public ConnectionLogEntry {
    fields = Map.copyOf(fields);
  }

  /** The entry of a line; quotes are taken off, further fields are left out. */
  static ConnectionLogEntry of(String line) {
    Map<String, String> fields = new LinkedHashMap<>();
    Matcher field = FIELD.matcher(line);
    for (String name : NAMES) {
      if (field.find()) {
        fields.put(name, Optional.ofNullable(field.group(1)).orElseGet(() -> field.group(2)));
      }
    }
    return new ConnectionLogEntry(fields);
  }

  /** The value of a field, empty if the entry has no such field. */
  public Optional<String> field(String name) {
    return Optional.ofNullable(fields.get(name));
  }
}
