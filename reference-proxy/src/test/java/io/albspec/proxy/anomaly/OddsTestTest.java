package io.albspec.proxy.anomaly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class OddsTestTest {

  @Property(tries = 500)
  void theTailIsTheSumOfItsTerms(
      @ForAll @IntRange(min = 1, max = 60) int requests,
      @ForAll @IntRange(min = 1, max = 60) int peerRequests,
      @ForAll @IntRange(max = 60) int errors,
      @ForAll @IntRange(max = 60) int peerErrors,
      @ForAll @IntRange(min = 1, max = 4) int tolerated) {
    ErrorCount target = new ErrorCount(requests, Math.min(errors, requests));
    ErrorCount peers = new ErrorCount(peerRequests, Math.min(peerErrors, peerRequests));
    double exact = exact(target, peers, tolerated);

    double tail = OddsTest.tail(target, peers, tolerated, 1e-12);

    assertThat(tail).isCloseTo(exact, within(1e-12 + exact * 1e-9));
  }

  @Test
  void itIsFishersTestIfNothingIsTolerated() {
    // Fisher's tea tasting: 3 of 4 right by chance, or better, 17 in 70.
    double tail = OddsTest.tail(new ErrorCount(4, 3), new ErrorCount(4, 1), 1, 1e-12);

    assertThat(tail).isCloseTo(17 / 70.0, within(1e-12));
  }

  @Test
  void manyRequestsAreNoTrouble() {
    ErrorCount target = new ErrorCount(50_000_000, 15_000_000);
    ErrorCount peers = new ErrorCount(900_000_000, 90_000_000);

    assertThat(OddsTest.isSignificant(target, peers, 2, 1e-9)).isTrue();
    assertThat(OddsTest.isSignificant(target, peers, 5, 1e-9)).isFalse();
  }

  @Test
  void whatIsBelowTheToleratedIsNotSignificant() {
    ErrorCount peers = new ErrorCount(1000, 100);

    assertThat(OddsTest.isSignificant(new ErrorCount(1000, 150), peers, 2, 0.9)).isFalse();
    assertThat(OddsTest.isSignificant(ErrorCount.NONE, peers, 2, 0.9)).isFalse();
    assertThat(OddsTest.isSignificant(new ErrorCount(9, 9), ErrorCount.NONE, 2, 0.9)).isFalse();
  }

  private static double exact(ErrorCount target, ErrorCount peers, int tolerated) {
    int errors = (int) (target.errors() + peers.errors());
    BigInteger all = BigInteger.ZERO;
    BigInteger tail = BigInteger.ZERO;
    for (int k = 0; k <= Math.min(errors, target.requests()); k++) {
      BigInteger term =
          choose((int) target.requests(), k)
              .multiply(choose((int) peers.requests(), errors - k))
              .multiply(BigInteger.valueOf(tolerated).pow(k));
      all = all.add(term);
      if (k >= target.errors()) {
        tail = tail.add(term);
      }
    }
    return new java.math.BigDecimal(tail)
        .divide(new java.math.BigDecimal(all), java.math.MathContext.DECIMAL64)
        .doubleValue();
  }

  private static BigInteger choose(int n, int k) {
    if (k < 0 || k > n) {
      return BigInteger.ZERO;
    }
    BigInteger result = BigInteger.ONE;
    for (int i = 1; i <= k; i++) {
      result = result.multiply(BigInteger.valueOf(n - k + i)).divide(BigInteger.valueOf(i));
    }
    return result;
  }
}
