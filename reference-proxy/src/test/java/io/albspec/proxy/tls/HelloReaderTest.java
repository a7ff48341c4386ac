package io.albspec.proxy.tls;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.albspec.proxy.tls.HelloReader.Progress;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Random;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HelloReaderTest {

  private static final int RECORD_HEAD = 5;

  private final HelloReader reader = new HelloReader();
  private byte[] hello;

  @BeforeEach
  void greet() throws Exception {
    SSLEngine client = SSLContext.getDefault().createSSLEngine();
    client.setUseClientMode(true);
    SSLParameters parameters = client.getSSLParameters();
    parameters.setServerNames(List.of(new SNIHostName("WWW.example.com")));
    parameters.setApplicationProtocols(new String[] {"h2", "http/1.1"});
    client.setSSLParameters(parameters);
    ByteBuffer out = ByteBuffer.allocate(client.getSession().getPacketBufferSize());
    client.wrap(ByteBuffer.allocate(0), out);
    hello = new byte[out.flip().remaining()];
    out.get(hello);
  }

  @Test
  void readsWhatAClientOffers() {
    Progress progress = reader.read(ByteBuffer.wrap(hello));

    assertThat(progress).isEqualTo(Progress.COMPLETE);
    assertThat(reader.hello().serverName()).isEqualTo("www.example.com");
    assertThat(reader.hello().protocols()).containsExactly("h2", "http/1.1");
    assertThat(reader.hello().versions().get(0x0304)).isTrue();
    assertThat(reader.hello().versions().get(0x0303)).isTrue();
    assertThat(reader.hello().suites().get(0x1301)).isTrue();
  }

  @Test
  void readsTheSameHoweverTheRecordsAreCut() {
    reader.read(ByteBuffer.wrap(hello));
    ClientHello whole = reader.hello();
    Random random = new Random(1);

    for (int trial = 0; trial < 300; trial++) {
      byte[] cut = cut(random, trial < 3 ? 1 : 1 + random.nextInt(hello.length));
      HelloReader fresh = new HelloReader();

      assertThat(fresh.read(ByteBuffer.wrap(cut))).isEqualTo(Progress.COMPLETE);
      assertThat(fresh.hello()).isEqualTo(whole);
    }
  }

  @Test
  void waitsForTheLastByteWhereverTheFirstBytesEnd() {
    byte[] cut = cut(new Random(2), 40);

    for (int length = 0; length < cut.length; length++) {
      assertThat(reader.read(ByteBuffer.wrap(cut, 0, length))).isEqualTo(Progress.INCOMPLETE);
    }
    assertThat(reader.read(ByteBuffer.wrap(cut))).isEqualTo(Progress.COMPLETE);
  }

  private byte[] cut(Random random, int most) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    int from = RECORD_HEAD;
    while (from < hello.length) {
      int count = Math.min(hello.length - from, 1 + random.nextInt(most));
      out.writeBytes(new byte[] {22, 3, 1, (byte) (count >> 8), (byte) count});
      out.write(hello, from, count);
      from += count;
    }
    return out.toByteArray();
  }

  @Test
  void takesNothingForAHelloThatWasChangedInAnyByteAndNeverFails() {
    Random random = new Random(3);

    for (int at = 0; at < hello.length; at++) {
      byte[] changed = hello.clone();
      changed[at] ^= (byte) (1 + random.nextInt(255));

      assertThat(new HelloReader().read(ByteBuffer.wrap(changed)))
          .isIn((Object[]) Progress.values());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET / HTTP/1.1\r\n\r\n",
        "\u0080.\u0001\u0003\u0001\u0000\u0015\u0000\u0000",
        "\u0016\u0002\u0000\u0000\u0005",
        "\u0016\u0003\u0001\u0000\u0000",
        "\u0016\u0003\u0001\u0000\u0004\u0002\u0000\u0000\u0000",
        "\u0015\u0003\u0001\u0000\u0002\u0001\u0000"
      })
  void saysAtOnceWhatIsNone(String bytes) {
    ByteBuffer received = ByteBuffer.wrap(bytes.getBytes(ISO_8859_1));

    assertThat(reader.read(received)).isEqualTo(Progress.MALFORMED);
  }

  @ParameterizedTest
  @CsvSource({"16375, INCOMPLETE", "16376, MALFORMED", "16777215, MALFORMED"})
  void refusesWhatIsTooLargeByTheLengthItClaims(int length, Progress expected) {
    byte[] start = {22, 3, 1, 0, 8, 1, (byte) (length >> 16), (byte) (length >> 8), (byte) length};

    assertThat(reader.read(ByteBuffer.wrap(start))).isEqualTo(expected);
  }

  @Test
  void leavesWhatWasReceivedAsItWas() {
    ByteBuffer received = ByteBuffer.wrap(hello);

    reader.read(received);

    assertThat(received).isEqualTo(ByteBuffer.wrap(hello));
  }
}
