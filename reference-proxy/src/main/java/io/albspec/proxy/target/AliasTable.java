package io.albspec.proxy.target;

import java.util.random.RandomGenerator;

/**
 * Draws numbers from 0 on with given probabilities, in the same time however many there are
 * (Walker's alias method, built as Vose does). Immutable.
 */
final class AliasTable {

  private static final double CERTAIN = 0x1p53;
  private static final int SHIFT = 11;

  /** Of 2^53, how often the number of a column is drawn when the column is. */
  private final long[] own;

  /** What is drawn else. */
  private final int[] alias;

  /**
   * A table of these weights.
   *
   * @param weights at least one; none is negative, and their sum is above 0
   */
  AliasTable(double[] weights) {
    int count = weights.length;
    own = new long[count];
    alias = new int[count];
    double sum = 0;
    for (double weight : weights) {
      sum += weight;
    }
    double[] scaled = new double[count];
    int[] order = new int[count];
    int small = 0;
    int large = count;
    for (int i = 0; i < count; i++) {
      scaled[i] = weights[i] * count / sum;
      order[scaled[i] < 1 ? small++ : --large] = i;
    }
    pair(scaled, order, small);
  }

  /** Fills up each column that is too small from one that is too large. */
  private void pair(double[] scaled, int[] order, int small) {
    int large = small;
    int next = 0;
    while (next < large && large < order.length) {
      int low = order[next++];
      int high = order[large];
      own[low] = (long) (scaled[low] * CERTAIN);
      alias[low] = high;
      scaled[high] -= 1 - scaled[low];
      if (scaled[high] < 1) {
        large++;
      }
    }
    for (; next < order.length; next++) {
      own[order[next]] = (long) CERTAIN;
      alias[order[next]] = order[next];
    }
  }

  /** Draws a number. */
  int draw(RandomGenerator random) {
    int column = random.nextInt(own.length);
    return random.nextLong() >>> SHIFT < own[column] ? column : alias[column];
  }
}
