package io.albspec.proxy.stickiness;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashSet;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CookieSealTest {

  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  private static final String PURPOSE = "AWSALBTG arn:lb";

  private final CookieSeal seal = new CookieSeal(CookieKeys.random());

  @Property(tries = 200)
  void whatWasSealedIsReadAgain(@ForAll String text) {
    String encodable = new String(text.getBytes(UTF_8), UTF_8);

    String value = seal.seal(PURPOSE, encodable, NOW);

    assertThat(seal.open(PURPOSE, value, NOW.plusSeconds(5)))
        .contains(new CookieSeal.Opened(encodable, NOW));
  }

  @Test
  void theTextIsNotSeenAndNoValueComesTwice() {
    Set<String> values = new HashSet<>();
    for (int i = 0; i < 1000; i++) {
      values.add(seal.seal(PURPOSE, "targetgroup/blue", NOW));
    }

    assertThat(values).hasSize(1000);
    assertThat(values)
        .noneMatch(
            value -> new String(Base64.getDecoder().decode(value), ISO_8859_1).contains("blue"));
  }

  @Test
  void anyChangedByteIsNoticed() {
    byte[] sealed = Base64.getDecoder().decode(seal.seal(PURPOSE, "text", NOW));
    for (int at = 0; at < sealed.length; at++) {
      byte[] changed = sealed.clone();
      changed[at] ^= 1;
      String value = Base64.getEncoder().encodeToString(changed);

      assertThat(seal.open(PURPOSE, value, NOW)).as("byte %d", at).isEmpty();
    }
  }

  @Test
  void anyShorterValueIsNone() {
    String value = seal.seal(PURPOSE, "text", NOW);
    for (int length = 0; length < value.length(); length++) {
      assertThat(seal.open(PURPOSE, value.substring(0, length), NOW)).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "%2B", "not base64!", "AAAA", "===="})
  void whatIsNoSealedValueIsNone(String value) {
    assertThat(seal.open(PURPOSE, value, NOW)).isEmpty();
  }

  @Test
  void aValueServesOnePurposeOfOneBalancerOnly() {
    String value = seal.seal(PURPOSE, "text", NOW);

    assertThat(seal.open("AWSALBTG arn:other", value, NOW)).isEmpty();
    assertThat(new CookieSeal(CookieKeys.random()).open(PURPOSE, value, NOW)).isEmpty();
  }

  @Test
  void aValueOutlivesEightDaysOfOtherKeysAndNoMore() {
    String value = seal.seal(PURPOSE, "text", NOW);

    assertThat(seal.open(PURPOSE, value, NOW.plus(Duration.ofDays(8)))).isPresent();
    assertThat(seal.open(PURPOSE, value, NOW.plus(Duration.ofDays(9)))).isEmpty();
    assertThat(seal.open(PURPOSE, value, NOW.minus(Duration.ofDays(1)))).isEmpty();
  }

  @Test
  void theKeyChangesEveryDay() {
    CookieKeys keys = CookieKeys.random();

    assertThat(keys.key(keys.number(NOW)))
        .isNotEqualTo(keys.key(keys.number(NOW.plus(Duration.ofDays(1)))));
  }

  @Test
  void aSecretThatIsKeptReadsTheCookiesOfTheLastRun(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("secret");
    String value = new CookieSeal(CookieKeys.in(file)).seal(PURPOSE, "text", NOW);

    assertThat(new CookieSeal(CookieKeys.in(file)).open(PURPOSE, value, NOW)).isPresent();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(folder.toFile().list()).containsExactly("secret");
  }

  @Test
  void aFileThatIsNoSecretIsRefused(@TempDir Path folder) throws IOException {
    Path file = Files.write(folder.resolve("secret"), new byte[31]);

    assertThatThrownBy(() -> CookieKeys.in(file))
        .isInstanceOf(IOException.class)
        .hasMessageContaining(file.toString())
        .hasMessageContaining("32 bytes");
  }
}
