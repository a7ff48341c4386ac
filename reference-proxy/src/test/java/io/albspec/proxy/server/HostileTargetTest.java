package io.albspec.proxy.server;

import static io.albspec.proxy.server.Reading.Outcome.COMPLETE;
import static io.albspec.proxy.server.Reading.Outcome.CUT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.util.concurrent.TimeUnit;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.lifecycle.AfterProperty;
import net.jqwik.api.lifecycle.BeforeProperty;

/**
 * A target that says anything at all. The client gets what the target said, an error, or a
 * connection that is visibly cut off; other clients are served; nothing stays behind.
 */
class HostileTargetTest {

  private static final int TRIES = 400;

  /** The other client and its target, with nothing to do. */
  private static final Held BETWEEN = new Held(1, 0, 2);

  private ProxyUnderTest proxy;
  private OtherClient other;

  @BeforeProperty
  void start() throws Exception {
    proxy = new ProxyUnderTest();
    other = new OtherClient(proxy);
    other.isServed();
  }

  @AfterProperty
  void nothingIsLeft() throws Exception {
    other.close();
    assertThat(proxy.heldInTheEnd()).isEqualTo(Held.NOTHING);
    proxy.close();
  }

  @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
  void aWholeResponseReachesTheClient(@ForAll("responses") TargetScript script) throws Exception {
    TargetScript inOrder =
        new TargetScript(script.request(), script.bytes(), script.piece(), false);

    Reading received = inOrder.play(proxy, other);

    Reading said = inOrder.said();
    assertThat(said.outcome()).isEqualTo(COMPLETE);
    assertThat(received).isEqualTo(new Reading(COMPLETE, said.status(), false, said.content(), 0));
    assertEverythingIsGivenBack();
  }

  @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
  void nobodyTakesACutResponseForComplete(
      @ForAll("responses") TargetScript script, @ForAll @DoubleRange(max = 1) double share)
      throws Exception {
    String start = script.bytes().substring(0, (int) (share * script.bytes().length()));
    TargetScript cut = new TargetScript(script.request(), start, script.piece(), script.reset());
    assumeThat(cut.said().outcome()).isEqualTo(CUT);

    Reading received = cut.play(proxy, other);

    assertThat(received.outcome() == CUT || received.status() == 502).isTrue();
    assertEverythingIsGivenBack();
  }

  @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
  void whatTheClientTakesForCompleteIsWhatTheTargetSaid(@ForAll("nonsense") TargetScript script)
      throws Exception {
    Reading received = script.play(proxy, other);

    assertThat(received.outcome()).isIn(COMPLETE, CUT);
    if (received.ownError()) {
      assertThat(received.status()).isEqualTo(502);
    } else if (received.outcome() == COMPLETE) {
      Reading said = script.said();
      assertThat(said.outcome()).isEqualTo(COMPLETE);
      assertThat(received.status()).isEqualTo(said.status());
      assertThat(received.content()).isEqualTo(said.content());
    }
    assertThat(received.rest()).isZero();
    assertEverythingIsGivenBack();
  }

  private void assertEverythingIsGivenBack() throws Exception {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
    while (!proxy.held().equals(BETWEEN) && System.nanoTime() < end) {
      Thread.onSpinWait();
    }
    assertThat(proxy.held()).isEqualTo(BETWEEN);
  }

  @Provide
  Arbitrary<TargetScript> responses() {
    return scripts(HostileResponses.wellFormed());
  }

  @Provide
  Arbitrary<TargetScript> nonsense() {
    return scripts(
        Arbitraries.oneOf(
            HostileResponses.pieces(),
            HostileResponses.mutated(),
            HostileResponses.wellFormed(),
            HostileResponses.anything()));
  }

  private static Arbitrary<TargetScript> scripts(Arbitrary<String> bytes) {
    return Combinators.combine(
            Arbitraries.of("GET / HTTP/1.1", "GET / HTTP/1.0", "HEAD / HTTP/1.1"),
            bytes,
            Arbitraries.of(1, 3, 17, 100_000),
            Arbitraries.of(true, false))
        .as(
            (line, response, piece, reset) ->
                new TargetScript(
                    line + "\r\nHost: h\r\nConnection: close\r\n\r\n", response, piece, reset));
  }
}
