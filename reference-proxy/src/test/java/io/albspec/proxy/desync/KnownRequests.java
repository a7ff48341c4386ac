package io.albspec.proxy.desync;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** Requests whose classification is known, a JSON object each. */
public final class KnownRequests {

  private KnownRequests() {}

  /** The analyser's own cases: a method, a URI, a version and headers. */
  public static List<JsonNode> vectors() throws IOException {
    return lines("vectors.jsonl");
  }

  /** Requests by which others have smuggled: raw bytes. */
  public static List<JsonNode> smuggling() throws IOException {
    return lines("smuggling.jsonl");
  }

  private static List<JsonNode> lines(String name) throws IOException {
    ObjectMapper json = new ObjectMapper();
    List<JsonNode> nodes = new ArrayList<>();
    try (BufferedReader in =
        new BufferedReader(
            new InputStreamReader(
                KnownRequests.class.getResourceAsStream("/desync/" + name),
                StandardCharsets.UTF_8))) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        nodes.add(json.readTree(line));
      }
    }
    return nodes;
  }

  /** The bytes of a member. */
  public static byte[] bytes(JsonNode encoded) {
    return Base64.getDecoder().decode(encoded.asText());
  }

  /** The head of a vector as a client would send it. */
  public static byte[] head(JsonNode vector) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    put(bytes, vector.path("method"), " ");
    put(bytes, vector.path("uri"), " ");
    put(bytes, vector.path("version"), "\r\n");
    for (JsonNode header : vector.path("headers")) {
      put(bytes, header.path(0), ":");
      put(bytes, header.path(1), "\r\n");
    }
    bytes.writeBytes("\r\n".getBytes(StandardCharsets.US_ASCII));
    return bytes.toByteArray();
  }

  private static void put(ByteArrayOutputStream bytes, JsonNode encoded, String behind) {
    bytes.writeBytes(bytes(encoded));
    bytes.writeBytes(behind.getBytes(StandardCharsets.US_ASCII));
  }
}
