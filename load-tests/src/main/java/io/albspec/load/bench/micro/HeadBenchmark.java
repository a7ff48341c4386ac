package io.albspec.load.bench.micro;

import io.albspec.proxy.desync.Classifier;
import io.albspec.proxy.desync.Reason;
import io.albspec.proxy.exchange.Limits;
import io.albspec.proxy.exchange.MessageHead;
import io.albspec.proxy.exchange.RequestHead;
import java.nio.ByteBuffer;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The head of a browser's request: reading it, and classifying it. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class HeadBenchmark {

  private final Classifier classifier = new Classifier();
  private final RequestHead request =
      new RequestHead(new MessageHead(Limits.SINGLE_HEADER, Limits.REQUEST_HEAD));
  private final ByteBuffer input = direct(BrowserRequest.bytes());

  private static ByteBuffer direct(byte[] bytes) {
    return ByteBuffer.allocateDirect(bytes.length).put(bytes).flip();
  }

  /** A head to classify. */
  @Setup
  public void read() {
    parse();
  }

  /** From the bytes to the index of lines and the parts of the request line. */
  @Benchmark
  public RequestHead parse() {
    request.head().clear();
    request.head().read(input.rewind());
    request.parse();
    return request;
  }

  /** From the head to its classification. */
  @Benchmark
  public Reason classify() {
    return classifier.classify(request);
  }
}
