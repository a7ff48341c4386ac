package io.albspec.proxy.target;

import java.util.random.RandomGenerator;

/**
 * Draws numbers from 0 on with given probabilities, in the same time however many there are
 * (Walker's alias method, built as Vose does). Immutable.
 */
final class AliasTable {

  private static final double CERTAIN = 0x1p53;
  private static final int UNUSED_BITS = 11;

  /** Of 2^53 times that a column is hit, how often it stands for itself. */
  private final long[] own;

  /** What it stands for else. */
  private final int[] alias;

  /**
   * A table of these weights.
   *
   * @param weights none is negative, and their sum is above 0
   */
  AliasTable(double[] weights) {
    int count = weights.length;
    own = new long[count];
    alias = new int[count];
    double sum = 0;
    for (double weight : weights) {
      sum += weight;
    }
    double[] heights = new double[count];
    int[] order = new int[count];
    int low = 0;
    int high = count;
    for (int i = 0; i < count; i++) {
      heights[i] = weights[i] * count / sum;
      order[heights[i] < 1 ? low++ : --high] = i;
    }
    level(heights, order, high);
  }

  /**
   * Fills up each column that is too low with a part of one that is too high.
   *
   * @param order first those that are too low
   * @param high where the others begin
   */
  private void level(double[] heights, int[] order, int high) {
    int firstHigh = high;
    int next = 0;
    for (; next < firstHigh && firstHigh < order.length; next++) {
      int receiver = order[next];
      int giver = order[firstHigh];
      own[receiver] = (long) (heights[receiver] * CERTAIN);
      alias[receiver] = giver;
      heights[giver] -= 1 - heights[receiver];
      if (heights[giver] < 1) {
        firstHigh++;
      }
    }
    for (; next < order.length; next++) {
      own[order[next]] = (long) CERTAIN;
    }
  }

  /** Draws a number; there must be one. */
  int draw(RandomGenerator random) {
    int column = random.nextInt(own.length);
    return random.nextLong() >>> UNUSED_BITS < own[column] ? column : alias[column];
  }
}
