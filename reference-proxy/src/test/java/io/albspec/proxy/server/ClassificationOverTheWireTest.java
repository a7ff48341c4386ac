package io.albspec.proxy.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.albspec.proxy.desync.KnownRequests;
import io.albspec.proxy.desync.Mode;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The analyser's vectors as requests on a connection. */
class ClassificationOverTheWireTest {

  @TestFactory
  Stream<DynamicTest> whatIsLoggedIsTheAnalysersVerdict() throws IOException {
    return KnownRequests.vectors().stream()
        .filter(ClassificationOverTheWireTest::canBeSent)
        .map(each -> DynamicTest.dynamicTest(each.path("name").asText(), () -> check(each)));
  }

  /** A line feed ends a line, so it cannot be sent as a part of one. */
  private static boolean canBeSent(JsonNode vector) {
    String head = Reader.text(KnownRequests.head(vector));
    long lines = head.chars().filter(each -> each == '\n').count();
    return lines == 2 + vector.path("headers").size();
  }

  private static void check(JsonNode vector) throws Exception {
    try (ProxyUnderTest proxy = new ProxyUnderTest(Mode.MONITOR);
        Wire client = proxy.client()) {
      client.send(Reader.text(KnownRequests.head(vector)));
      client.finish();

      String reason = vector.path("reason").asText();
      assertThat(proxy.logged().reason()).isEqualTo(reason.equals("Compliant") ? "" : reason);
    }
  }
}
