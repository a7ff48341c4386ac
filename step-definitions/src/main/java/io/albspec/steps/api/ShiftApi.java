package io.albspec.steps.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The zonal shift API of a system under test: JSON over HTTP, version 2022-10-30. Requests are not
 * signed.
 */
public final class ShiftApi {

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final Duration ATTEMPT = Duration.ofSeconds(20);
  private static final String SHIFTS = "/zonalshifts";
  private static final String RESOURCES = "/managedresources";
  private static final int REFUSED = 400;
  private static final int FIRST_FAULT_OF_SERVER = 500;

  /** How an operation is called: the member that is part of the path, none if empty. */
  private record Route(String method, String collection, String item) {}

  private static final Map<String, Route> ROUTES =
      Map.of(
          "StartZonalShift", new Route("POST", SHIFTS, ""),
          "ListZonalShifts", new Route("GET", SHIFTS, ""),
          "UpdateZonalShift", new Route("PATCH", SHIFTS, "zonalShiftId"),
          "CancelZonalShift", new Route("DELETE", SHIFTS, "zonalShiftId"),
          "ListManagedResources", new Route("GET", RESOURCES, ""),
          "GetManagedResource", new Route("GET", RESOURCES, "resourceIdentifier"));

  private final HttpClient http = HttpClient.newHttpClient();
  private final URI endpoint;

  /** At that endpoint. */
  public ShiftApi(URI endpoint) {
    this.endpoint = endpoint;
  }

  /** Whether an operation is one of this API. */
  public static boolean serves(String operation) {
    return ROUTES.containsKey(operation);
  }

  /** Calls an operation. */
  public Answer call(String operation, Members members) {
    try {
      HttpResponse<String> response =
          http.send(request(ROUTES.get(operation), members), BodyHandlers.ofString());
      return answer(operation, response);
    } catch (IOException e) {
      throw new IllegalStateException(operation + " was not answered", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(operation + " was interrupted", e);
    }
  }

  private HttpRequest request(Route route, Members members) {
    ObjectNode tree = (ObjectNode) members.tree();
    String path = route.collection();
    if (!route.item().isEmpty()) {
      path += "/" + encoded(tree.remove(route.item()).asText());
    }
    boolean get = route.method().equals("GET");
    String query = get && !tree.isEmpty() ? "?" + query(tree) : "";
    return HttpRequest.newBuilder(URI.create(endpoint + path + query))
        .timeout(ATTEMPT)
        .header("Content-Type", "application/json")
        .method(
            route.method(),
            get ? BodyPublishers.noBody() : BodyPublishers.ofString(tree.toString()))
        .build();
  }

  private static String query(ObjectNode tree) {
    return tree.properties().stream()
        .map(each -> each.getKey() + "=" + encoded(each.getValue().asText()))
        .collect(Collectors.joining("&"));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private static Answer answer(String operation, HttpResponse<String> response) throws IOException {
    JsonNode body = MAPPER.readTree(response.body());
    return response.statusCode() < REFUSED
        ? new Answer.Result(operation, body)
        : new Answer.Refusal(
            operation,
            response.headers().firstValue("x-amzn-ErrorType").orElse(""),
            body.path("message").asText(),
            response.statusCode() < FIRST_FAULT_OF_SERVER);
  }
}
