package io.albspec.steps.world;

import static io.restassured.RestAssured.given;

import io.albspec.steps.evidence.Conversation;
import io.albspec.steps.evidence.Conversation.Side;
import io.albspec.steps.evidence.Transcript;
import io.restassured.config.HttpClientConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Somebody who uses an ordinary HTTP library, as applications do. It says what it pleases in its
 * headers, follows redirects, and judges by its own reading of HTTP what a response is, so it
 * notices what the exact clients of the fixtures would take as it comes.
 */
public final class Visitor {

  private static final int PATIENCE_MILLIS = (int) Duration.ofSeconds(20).toMillis();
  private static final int MOST_REDIRECTS = 5;

  private final Nodes nodes;
  private final Resources resources;
  private final Readiness readiness;
  private final List<Conversation> conversations = new ArrayList<>();
  private Optional<Response> response = Optional.empty();

  /** A visitor of the newest load balancer. */
  public Visitor(Nodes nodes, Resources resources, Readiness readiness, Transcript transcript) {
    this.nodes = nodes;
    this.resources = resources;
    this.readiness = readiness;
    transcript.from(() -> List.copyOf(conversations));
  }

  /** Gets a page, and the page it is redirected to. */
  public void open(String path) {
    String url = url(path);
    hear("GET " + url, library().get(url));
  }

  private String url(String path) {
    readiness.beforeTraffic();
    String node = nodes.of(resources.balancer().arn()).get(0).getHostAddress();
    return "http://%s:%d%s".formatted(node, resources.listener().port(), path);
  }

  private static RequestSpecification library() {
    HttpClientConfig patience =
        HttpClientConfig.httpClientConfig()
            .setParam("http.connection.timeout", PATIENCE_MILLIS)
            .setParam("http.socket.timeout", PATIENCE_MILLIS);
    return given()
        .config(RestAssuredConfig.config().httpClient(patience))
        .urlEncodingEnabled(false)
        .redirects()
        .max(MOST_REDIRECTS);
  }

  private void hear(String request, Response heard) {
    response = Optional.of(heard);
    String text =
        "> %s%n< %s%n< %s"
            .formatted(
                request,
                heard.statusLine(),
                heard.headers().toString().replace("\n", System.lineSeparator() + "< "));
    conversations.add(new Conversation(Side.CLIENT, "visitor, " + request, Instant.now(), text));
  }

  /**
   * The answer to the newest request.
   *
   * @throws IllegalStateException if there was no request
   */
  public Response response() {
    return response.orElseThrow(() -> new IllegalStateException("no visitor has come"));
  }
}
