package io.albspec.steps.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FieldMatchTest {

  @ParameterizedTest
  @CsvSource({
    "a.c,        a.c,  true",
    "a.c,        abc,  false",
    "~ a.c,      abc,  true",
    "~ b,        abc,  false",
    "(present),  x,    true",
    "(present),  '',   false",
    "(present),  ,     false",
    "(absent),   ,     true",
    "(absent),   x,    false",
    "x,          ,     false",
  })
  void aFieldIsCompared(String expected, String actual, boolean matches) {
    assertThat(new FieldMatch(expected).matches(Optional.ofNullable(actual))).isEqualTo(matches);
  }
}
