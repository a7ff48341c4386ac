package io.albspec.load.bench.micro;

import io.albspec.fixtures.tls.CertificateAuthority;
import io.albspec.proxy.cloud.trust.RevokedSerials;
import io.albspec.proxy.cloud.trust.SignedList;
import java.math.BigInteger;
import java.security.cert.CRLException;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What a large revocation list costs: looking for a serial number in it, and reading it. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class RevocationBenchmark {

  private static final int SERIAL_BITS = 159;
  private static final int KEY_COMPROMISE = 1;
  private static final int ASKED = 1 << 16;

  /** How many certificates the list names. */
  @Param({"1000", "500000"})
  public int entries;

  private byte[] encoded;
  private RevokedSerials serials;
  private BigInteger[] revoked;
  private BigInteger[] others;
  private int next;

  /** Makes the list. */
  @Setup
  public void make() throws CRLException {
    Random random = new Random(1);
    List<BigInteger> all = numbers(random, entries);
    encoded = CertificateAuthority.root("CN=Root").revocationList(all, KEY_COMPROMISE);
    serials = SignedList.read(encoded).serials();
    revoked = new BigInteger[ASKED];
    for (int i = 0; i < ASKED; i++) {
      revoked[i] = all.get(random.nextInt(entries));
    }
    others = numbers(random, ASKED).toArray(BigInteger[]::new);
  }

  private static List<BigInteger> numbers(Random random, int count) {
    return Stream.generate(() -> new BigInteger(SERIAL_BITS, random)).limit(count).toList();
  }

  private int next() {
    next = (next + 1) & (ASKED - 1);
    return next;
  }

  /** A number that is in it. */
  @Benchmark
  public boolean revoked() {
    return serials.contains(revoked[next()]);
  }

  /** A number that is not. */
  @Benchmark
  public boolean notRevoked() {
    return serials.contains(others[next()]);
  }

  /** The whole list, in DER. */
  @Benchmark
  @OutputTimeUnit(TimeUnit.MILLISECONDS)
  public SignedList read() throws CRLException {
    return SignedList.read(encoded);
  }
}
