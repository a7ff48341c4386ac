package io.albspec.proxy.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SuccessCodesTest {

  @ParameterizedTest
  @CsvSource({
    "'200',             200, true",
    "'200',             201, false",
    "'200,202',         202, true",
    "'200,202',         201, false",
    "'200-299',         299, true",
    "'200-299',         300, false",
    "'200,301-303,404', 302, true",
    "'200,301-303,404', 404, true",
    "'200,301-303,404', 304, false"
  })
  void listsAndRangesAreRead(String list, int code, boolean passes) {
    assertThat(SuccessCodes.of(list).contains(code)).isEqualTo(passes);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "abc", "200-", "-200", "300-200", "200,,201"})
  void anythingElseIsRefused(String list) {
    assertThatThrownBy(() -> SuccessCodes.of(list))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Matcher '" + list + "'");
  }
}
