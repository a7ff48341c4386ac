package io.albspec.steps.world;

import static org.assertj.core.api.Assertions.assertThat;

import io.albspec.steps.api.Members;
import org.junit.jupiter.api.Test;

class ConditionTest {

  @Test
  void eachPartBecomesACondition() {
    String text = "the path \"/a\" or \"/b\" and the host \"*.example.com\"";

    assertThat(text).matches(Condition.PATTERN);
    assertThat(Condition.of(text).in(new Members()))
        .hasToString(
            "{Conditions[1].Field=path-pattern,"
                + " Conditions[1].PathPatternConfig.Values[1]=/a,"
                + " Conditions[1].PathPatternConfig.Values[2]=/b,"
                + " Conditions[2].Field=host-header,"
                + " Conditions[2].HostHeaderConfig.Values[1]=*.example.com}");
  }
}
