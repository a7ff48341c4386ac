package io.albspec.steps.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import io.albspec.steps.evidence.Conversation.Side;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TranscriptTest {

  private final Transcript transcript = new Transcript();

  @Test
  void whatTargetsGotStandsWithTheClientThatAskedForIt() {
    transcript.from(() -> List.of(said(Side.CLIENT, "one", 2), said(Side.CLIENT, "two", 4)));
    transcript.from(
        () ->
            List.of(
                said(Side.TARGET, "check", 1),
                said(Side.TARGET, "first", 3),
                said(Side.TARGET, "second", 5)));

    assertThat(transcript.exchanges())
        .containsExactly(
            new Exchange("check", "check\n"),
            new Exchange("one", "one\nfirst\n"),
            new Exchange("two", "two\nsecond\n"));
  }

  @Test
  void aLongExchangeIsCut() {
    String line = "> " + "x".repeat(997) + "\n";
    transcript.from(
        () -> List.of(new Conversation(Side.CLIENT, "c", Instant.EPOCH, line.repeat(100))));

    assertThat(transcript.exchanges().get(0).text())
        .hasSizeLessThan(66_000)
        .endsWith("characters more\n");
  }

  @Test
  void ofVeryManyTheNewestAreKept() {
    transcript.from(
        () -> IntStream.range(0, 300).mapToObj(i -> said(Side.CLIENT, "c" + i, i)).toList());

    assertThat(transcript.exchanges()).hasSize(100);
    assertThat(transcript.exchanges().get(99).title()).isEqualTo("c299");
  }

  private static Conversation said(Side side, String what, int second) {
    return new Conversation(side, what, Instant.EPOCH.plusSeconds(second), what + "\n");
  }
}
