package io.albspec.steps.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class DriversTest {

  @Test
  void anUnknownDriverNamesTheKnownOnes() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Drivers.of(new Selection("nonesuch", Optional.empty(), 1)))
        .withMessageContaining("nonesuch")
        .withMessageContaining("elbv2")
        .withMessageContaining("reference");
  }

  @Test
  void anEndpointThatRunsAlreadyMustBeNamed() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Drivers.of(new Selection("elbv2", Optional.empty(), 1)))
        .withMessageContaining("--endpoint-url");
  }

  @Test
  void aSelectionSurvivesTheSystemProperties() {
    Properties properties = new Properties();
    Selection selection =
        new Selection("elbv2", Optional.of(URI.create("http://127.0.0.1:4566")), 20);

    selection.into(properties);

    assertThat(Selection.from(properties)).isEqualTo(selection);
  }

  @Test
  void withoutPropertiesTheReferenceIsTested() {
    assertThat(Selection.from(new Properties()).against()).isEqualTo("reference");
  }
}
