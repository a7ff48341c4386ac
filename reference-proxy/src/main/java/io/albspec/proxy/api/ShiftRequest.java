package io.albspec.proxy.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.albspec.proxy.api.signature.SignedRequest;
import io.albspec.proxy.control.ApiException;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/**
 * The members of a request, wherever they stood.
 *
 * @param item the last segment of the path, if there is one
 * @param members of the body and the query
 */
record ShiftRequest(Optional<String> item, ObjectNode members) {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  static ShiftRequest of(SignedRequest asked, Optional<String> item) throws ApiException {
    ObjectNode members = asked.body().length == 0 ? MAPPER.createObjectNode() : body(asked.body());
    Parameters query = new Parameters();
    query.read(asked.query());
    for (Map.Entry<String, Parameters> each : query.children().entrySet()) {
      each.getValue().value().ifPresent(value -> members.put(each.getKey(), value));
    }
    return new ShiftRequest(item.map(ShiftRequest::decoded), members);
  }

  private static String decoded(String segment) {
    try {
      return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException noEscape) {
      return segment;
    }
  }

  private static ObjectNode body(byte[] bytes) throws ApiException {
    try {
      JsonNode body = MAPPER.readTree(bytes);
      if (body instanceof ObjectNode members) {
        return members;
      }
      throw malformed("it is no JSON object");
    } catch (JsonProcessingException e) {
      throw malformed(e.getOriginalMessage());
    } catch (IOException e) {
      throw malformed(e.getMessage());
    }
  }

  private static ApiException malformed(String why) {
    return new ApiException("SerializationException", "The body cannot be read: " + why);
  }

  /** A member that may be left out. */
  Optional<String> optional(String name) throws ApiException {
    JsonNode value = members.path(name);
    if (value.isMissingNode() || value.isNull()) {
      return Optional.empty();
    }
    if (!value.isTextual()) {
      throw malformed("the member '%s' must be a text".formatted(name));
    }
    return Optional.of(value.textValue());
  }

  /** A member that must be there. */
  String required(String name) throws ApiException {
    return optional(name)
        .orElseThrow(
            () -> invalid("MissingValue", "The member '%s' must be specified".formatted(name)));
  }

  /** How long a list may be, from 1 to 100. */
  Optional<Integer> size() throws ApiException {
    Optional<String> size = optional("maxResults");
    if (size.filter(text -> !text.matches("[1-9][0-9]?|100")).isPresent()) {
      throw invalid("MissingValue", "The member 'maxResults' must be from 1 to 100");
    }
    return size.map(Integer::valueOf);
  }

  static ApiException invalid(String reason, String message) {
    return new ApiException(400, "ValidationException", message, Map.of("reason", reason));
  }
}
