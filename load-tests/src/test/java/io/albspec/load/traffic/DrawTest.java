package io.albspec.load.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class DrawTest {

  @Test
  void drawsTheSameForTheSameSeed() {
    assertThat(Draw.of(7, 3, 4)).isEqualTo(Draw.of(7, 3, 4));
  }

  @Test
  void drawsEveryKindAndBodiesOnlyWhereTheyBelong() {
    List<Draw> draws = IntStream.range(0, 600).mapToObj(user -> Draw.of(7, user, 2)).toList();

    assertThat(draws).extracting(Draw::kind).contains(Kind.values());
    assertThat(draws).allMatch(draw -> draw.kind().hasBody() == draw.bodyLength() > 0);
    assertThat(draws).extracting(Draw::id).doesNotHaveDuplicates();
  }
}
