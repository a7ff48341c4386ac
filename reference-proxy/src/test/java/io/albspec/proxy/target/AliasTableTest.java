package io.albspec.proxy.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class AliasTableTest {

  private static final int DRAWS = 40_000;

  @Property(tries = 100, seed = "7")
  void numbersAreDrawnAsOftenAsTheirWeightsSay(
      @ForAll @Size(min = 1, max = 20) List<@DoubleRange(min = 0.01, max = 1) Double> weights) {
    double[] each = weights.stream().mapToDouble(Double::doubleValue).toArray();
    double sum = weights.stream().mapToDouble(Double::doubleValue).sum();
    int[] counts = draw(each);

    for (int i = 0; i < each.length; i++) {
      double expected = each[i] / sum;
      double deviation = Math.sqrt(expected * (1 - expected) / DRAWS);
      assertThat((double) counts[i] / DRAWS).isCloseTo(expected, within(6 * deviation + 1e-9));
    }
  }

  @Test
  void whatHasNoWeightIsNeverDrawn() {
    assertThat(draw(new double[] {1, 0, 3})[1]).isZero();
  }

  @Test
  void equalWeightsAreEqualChances() {
    for (int count : draw(new double[] {0.1, 0.1, 0.1, 0.1})) {
      assertThat(count).isBetween(9_500, 10_500);
    }
  }

  private static int[] draw(double[] weights) {
    AliasTable table = new AliasTable(weights);
    SplittableRandom random = new SplittableRandom(1);
    int[] counts = new int[weights.length];
    for (int i = 0; i < DRAWS; i++) {
      counts[table.draw(random)]++;
    }
    return counts;
  }
}
