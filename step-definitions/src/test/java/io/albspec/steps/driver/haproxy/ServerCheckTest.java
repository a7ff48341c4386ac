package io.albspec.steps.driver.haproxy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServerCheckTest {

  private static final String TITLES = "# pxname,svname,status,check_status,check_code\n";

  @Test
  void theMarkOfACheckUnderWayIsNoPartOfTheOutcome() {
    ServerCheck check = check("* L7STS", "503");

    assertThat(check).isEqualTo(new ServerCheck("DOWN", "L7STS", "503"));
  }

  @ParameterizedTest
  @CsvSource({"* L7STS,0,true", "* L7STS,'',true", "L7STS,503,false", "L4CON,'',false"})
  void aStatusWithoutItsCodeIsHidden(String last, String code, boolean hidden) {
    assertThat(check(last, code).hidesCode()).isEqualTo(hidden);
  }

  private static ServerCheck check(String last, String code) {
    String row = "b,s,DOWN,%s,%s%n".formatted(last, code);
    return ServerCheck.table(TITLES + row).get(new ServerCheck.Key("b", "s"));
  }
}
