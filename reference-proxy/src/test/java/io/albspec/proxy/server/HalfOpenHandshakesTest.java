package io.albspec.proxy.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.albspec.fixtures.tls.TlsClient;
import io.albspec.fixtures.tls.TlsOffer;
import io.albspec.proxy.desync.Mode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Two thousand clients that begin a handshake and leave it there. */
@Timeout(120)
class HalfOpenHandshakesTest {

  private static final int WANTED = 2_000;
  private static final Duration LIMIT = Duration.ofSeconds(60);

  private ProxyUnderTest proxy;
  private SecureClient other;
  private long heapBefore;

  @BeforeEach
  void startAndServeTheOther() throws Exception {
    proxy = ProxyUnderTest.secured(Mode.DEFENSIVE);
    other = SecureClient.of(proxy);
    other.isServed();
    heapBefore = Heap.used();
  }

  @AfterEach
  void nothingIsLeft() throws Exception {
    other.close();
    assertThat(proxy.heldInTheEnd()).isEqualTo(Held.NOTHING);
    proxy.close();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "nothing, TLSv1.3, TLS_AES_128_GCM_SHA256, 0, 4",
    "most of a hello, TLSv1.3, TLS_AES_128_GCM_SHA256, 200, 4",
    "a hello of TLS 1.3, TLSv1.3, TLS_AES_128_GCM_SHA256, 2000, 16",
    "a hello of TLS 1.2 for the other provider, TLSv1.2, ECDHE-RSA-AES128-SHA256, 2000, 48",
  })
  void costLittleAndEndInTime(
      String what, String version, String ciphers, int bytes, int mostKibibytes) throws Exception {
    TlsOffer offer = TlsOffer.of("example.com").speaking(version).using(ciphers.split(" ", -1));
    String hello =
        new String(new TlsClient().layer(offer, "peer").due(), StandardCharsets.ISO_8859_1);
    int count = CrowdProcess.atMost(WANTED);
    try (CrowdProcess crowd = CrowdProcess.start(count, proxy.port())) {
      crowd.send(hello.substring(0, Math.min(bytes, hello.length())));

      awaitClients(count + 1);
      other.isServed();
      SecureClient.isServedAnew(proxy);
      long each = Math.max(0, Heap.used() - heapBefore) / count;
      assertThat(each).isLessThan(mostKibibytes * 1024L);
      assertThat(proxy.held().buffers()).isZero();

      proxy.time.advance(LIMIT);

      awaitClients(0);
      SecureClient.isServedAnew(proxy);
    }
  }

  private void awaitClients(int wanted) throws Exception {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
    while (proxy.held().clients() != wanted && System.nanoTime() < end) {
      TimeUnit.MILLISECONDS.sleep(1);
    }
    assertThat(proxy.held().clients()).isEqualTo(wanted);
  }
}
