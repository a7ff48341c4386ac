package io.albspec.proxy.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Clients that are there no more, and have not said so: their connections stay open till the idle
 * timeout.
 */
class VanishedClientsTest extends HostileGround {

  private static final int THOUSANDS = 2_000;
  private static final int HUNDREDS = 200;

  static Stream<Arguments> whatTheyDidLast() {
    String post = "POST " + ServingTarget.OK + " HTTP/1.1\r\nHost: h\r\nContent-Length: 9\r\n\r\n";
    String get = "GET " + ServingTarget.NEVER + " HTTP/1.1\r\nHost: h\r\n\r\n";
    return Stream.of(
        Arguments.of("connect", THOUSANDS, "", false),
        Arguments.of("half a head", THOUSANDS, "GET / HTTP/1.1\r\nHo", false),
        Arguments.of("half a body", HUNDREDS, post + "half", true),
        Arguments.of("a whole request", HUNDREDS, get, true));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("whatTheyDidLast")
  void othersAreServedAndEverythingIsGivenBack(
      String what, int wanted, String sent, boolean atTarget) throws Exception {
    int count = CrowdProcess.atMost(wanted);
    try (CrowdProcess crowd = CrowdProcess.start(count, proxy.port())) {
      crowd.send(sent);
      crowd.vanish();

      int connectionsToTarget = atTarget ? count : 1;
      awaitHeld(new Held(count + 1, 0, count + 1 + connectionsToTarget));
      other.isServed();

      other.close();
      assertThat(proxy.heldInTheEnd()).isEqualTo(Held.NOTHING);
    }
  }
}
