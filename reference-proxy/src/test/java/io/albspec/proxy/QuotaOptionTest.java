package io.albspec.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuotaOptionTest {

  @Test
  void aNameAndANumberAreRead() {
    QuotaOption option = QuotaOption.parse("target-groups=7");

    assertThat(option).isEqualTo(new QuotaOption("target-groups", 7));
  }

  @ParameterizedTest
  @ValueSource(strings = {"target-groups", "target-groups=", "target-groups=many", "=7", "a=-1"})
  void anythingElseIsRefused(String text) {
    assertThatThrownBy(() -> QuotaOption.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("--quota '%s' is not of the form NAME=VALUE with a whole number", text);
  }

  @Test
  void aQuotaThatIsNotThereIsSaidWithTheOption() {
    QuotaOption option = QuotaOption.parse("rules=7");

    assertThatThrownBy(() -> option.addTo(ReferenceProxy.builder()))
        .hasMessageStartingWith("--quota: there is no quota 'rules'");
  }
}
