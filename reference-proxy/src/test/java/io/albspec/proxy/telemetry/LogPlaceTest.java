package io.albspec.proxy.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.albspec.proxy.control.ApiException;
import java.net.InetAddress;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LogPlaceTest {

  private static final String FOLDER = "AWSLogs/123456789012/elasticloadbalancing/us-east-2/";

  @Test
  void filesAreNamedAsInTheGuide() throws Exception {
    LogPlace place = LogPlace.of(LoggedBalancer.in("my-bucket", "my-prefix"), LogKind.ACCESS);

    String undated =
        place.undated(
            Instant.parse("2022-02-15T23:40:00Z"),
            InetAddress.getByName("172.160.1.192"),
            "20sg8hgm");
    String key = LogPlace.dated(undated, Instant.parse("2022-05-01T00:00:00Z"));

    assertThat(key)
        .isEqualTo(
            "my-prefix/"
                + FOLDER
                + "2022/05/01/123456789012_elasticloadbalancing_us-east-2_"
                + "app.my-lb.50dc6c495c0c9188_20220215T2340Z_172.160.1.192_20sg8hgm.log.gz");
  }

  @ParameterizedTest
  @CsvSource({"'', ''", "a, a/", "a/, a/", "a/b.c/d..e, a/b.c/d..e/", "...,.../"})
  void theTestFileIsInTheFolderOfTheAccount(String prefix, String folder) throws Exception {
    LogPlace place = LogPlace.of(LoggedBalancer.in("my-bucket", prefix), LogKind.ACCESS);

    assertThat(place.testFile()).isEqualTo(folder + "AWSLogs/123456789012/ELBAccessLogTestFile");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/", "/a", "a//b", "..", "../a", "a/..", "a/../b", ".", "./a", "a/./b", "a\u0000"})
  void prefixesThatAreNoFoldersAreRefused(String prefix) {
    assertThatThrownBy(() -> LogPlace.of(LoggedBalancer.in("my-bucket", prefix), LogKind.ACCESS))
        .isInstanceOf(ApiException.class)
        .hasMessageContaining("access_logs.s3.prefix");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "..", "a/b", "ab", "My-bucket", "-bucket", "bucket."})
  void bucketsThatHaveNoSuchNameAreRefused(String bucket) {
    assertThatThrownBy(() -> LogPlace.of(LoggedBalancer.in(bucket, ""), LogKind.ACCESS))
        .isInstanceOf(ApiException.class)
        .hasMessageContaining("access_logs.s3.bucket");
  }
}
