package io.albspec.proxy.desync;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.albspec.proxy.exchange.RequestHead;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class ClassifierTest {

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
    return KnownRequests.vectors().stream()
        .map(
            each ->
                DynamicTest.dynamicTest(
                    each.path("name").asText(), () -> assertClassified(assembled(each), each)));
  }

  /** Requests by which others have smuggled, however their bytes come. */
  @TestFactory
  Stream<DynamicTest> agreesOnKnownSmugglingTechniques() throws IOException {
    return KnownRequests.smuggling().stream()
        .filter(each -> !READ_OTHERWISE.containsKey(each.path("id").asText()))
        .map(
            each ->
                DynamicTest.dynamicTest(
                    each.path("id").asText(),
                    () -> {
                      byte[] bytes = KnownRequests.bytes(each.path("raw_request_b64"));
                      for (int piece : new int[] {bytes.length, 1, 7}) {
                        assertClassified(Heads.read(bytes, piece), each);
                      }
                    }));
  }

  @TestFactory
  Stream<DynamicTest> readsAFewOtherwise() throws IOException {
    return KnownRequests.smuggling().stream()
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
    byte[] bytes = KnownRequests.bytes(each.path("raw_request_b64"));
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
      fields.add(
          new byte[][] {KnownRequests.bytes(header.path(0)), KnownRequests.bytes(header.path(1))});
    }
    return Heads.assembled(
        KnownRequests.bytes(vector.path("method")),
        KnownRequests.bytes(vector.path("uri")),
        KnownRequests.bytes(vector.path("version")),
        fields);
  }
}
