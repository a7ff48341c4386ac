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

  @Test
  void headersHaveNamesAndQueriesMayHaveKeys() {
    String text =
        "the header \"User-Agent\" with \"*a*\" or \"b\" and the query \"version=v1\" or \"c\""
            + " and the method \"GET\" and the source \"192.0.2.0/24\"";

    assertThat(text).matches(Condition.PATTERN);
    assertThat(Condition.of(text).in(new Members()))
        .hasToString(
            "{Conditions[1].Field=http-header,"
                + " Conditions[1].HttpHeaderConfig.HttpHeaderName=User-Agent,"
                + " Conditions[1].HttpHeaderConfig.Values[1]=*a*,"
                + " Conditions[1].HttpHeaderConfig.Values[2]=b,"
                + " Conditions[2].Field=query-string,"
                + " Conditions[2].QueryStringConfig.Values[1].Key=version,"
                + " Conditions[2].QueryStringConfig.Values[1].Value=v1,"
                + " Conditions[2].QueryStringConfig.Values[2].Value=c,"
                + " Conditions[3].Field=http-request-method,"
                + " Conditions[3].HttpRequestMethodConfig.Values[1]=GET,"
                + " Conditions[4].Field=source-ip,"
                + " Conditions[4].SourceIpConfig.Values[1]=192.0.2.0/24}");
  }
}
