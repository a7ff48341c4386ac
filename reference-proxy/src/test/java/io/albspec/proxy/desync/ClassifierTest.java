package io.albspec.proxy.desync;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.albspec.proxy.exchange.RequestHead;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class ClassifierTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Base64.Decoder BASE64 = Base64.getDecoder();

  /**
   * Requests of the collection that this balancer reads otherwise than the analyser's splitter: an
   * empty line before a request is skipped (RFC 9112, 2.2), and a head that has not ended is none.
   */
  private static final Map<String, String> READ_OTHERWISE =
      Map.of("own:leading-crlf", "Compliant", "own:no-blank", "", "own:partial-header", "");

  private final Classifier classifier = new Classifier();

  /** The analyser's own cases, as they are after the head has been split. */
  @TestFactory
  Stream<DynamicTest> agreesWithTheAnalysersOwnVectors() throws IOException {
    return lines("vectors.jsonl").stream()
        .map(
            each ->
                DynamicTest.dynamicTest(
                    each.path("name").asText(), () -> assertClassified(assembled(each), each)));
  }

  /** Requests by which others have smuggled, however their bytes come. */
  @TestFactory
  Stream<DynamicTest> agreesOnKnownSmugglingTechniques() throws IOException {
    return lines("smuggling.jsonl").stream()
        .filter(each -> !READ_OTHERWISE.containsKey(each.path("id").asText()))
        .map(
            each ->
                DynamicTest.dynamicTest(
                    each.path("id").asText(),
                    () -> {
                      byte[] bytes = decoded(each.path("raw_request_b64"));
                      for (int piece : new int[] {bytes.length, 1, 7}) {
                        assertClassified(Heads.read(bytes, piece), each);
                      }
                    }));
  }

  @TestFactory
  Stream<DynamicTest> readsAFewOtherwise() throws IOException {
    return lines("smuggling.jsonl").stream()
        .filter(each -> READ_OTHERWISE.containsKey(each.path("id").asText()))
        .map(
            each ->
                DynamicTest.dynamicTest(
                    each.path("id").asText(),
                    () -> assertThat(readHere(each)).isEqualTo(READ_OTHERWISE.get(id(each)))));
  }

  private static String id(JsonNode each) {
    return each.path("id").asText();
  }

  private String readHere(JsonNode each) {
    byte[] bytes = decoded(each.path("raw_request_b64"));
    try {
      return classifier.classify(Heads.read(bytes, bytes.length)).code();
    } catch (IllegalArgumentException incomplete) {
      return "";
    }
  }

  private void assertClassified(RequestHead request, JsonNode expected) {
    Reason reason = classifier.classify(request);

    assertThat(reason.code()).isEqualTo(expected.path("reason").asText());
    assertThat(reason.tier().label()).isEqualTo(expected.path("tier").asText());
  }

  private static RequestHead assembled(JsonNode vector) {
    List<byte[][]> fields = new ArrayList<>();
    for (JsonNode header : vector.path("headers")) {
      fields.add(new byte[][] {decoded(header.path(0)), decoded(header.path(1))});
    }
    return Heads.assembled(
        decoded(vector.path("method")),
        decoded(vector.path("uri")),
        decoded(vector.path("version")),
        fields);
  }

  private static byte[] decoded(JsonNode text) {
    return BASE64.decode(text.asText());
  }

  private static List<JsonNode> lines(String name) throws IOException {
    List<JsonNode> nodes = new ArrayList<>();
    try (BufferedReader in =
        new BufferedReader(
            new InputStreamReader(
                ClassifierTest.class.getResourceAsStream("/desync/" + name),
                StandardCharsets.UTF_8))) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        nodes.add(JSON.readTree(line));
      }
    }
    return nodes;
  }
}
