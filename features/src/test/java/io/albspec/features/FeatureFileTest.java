package io.albspec.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.albspec.features.Step.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;

class FeatureFileTest {

  @Test
  void aFileIsReadWithItsTagsStepsAndRows() {
    FeatureFile file =
        FeatureFile.parse(
            "alb/a/b.feature",
            """
            @guide:a/b @core
            Feature: B

              Background:
                Given a balancer

              @req:A-B-001
              Scenario Outline: <x> is <y>
                When it does:
                  | <x> | 1 |
                Then it is
                And stays so

                Examples:
                  | x | y |
                  | 1 | 2 |
                  | 3 | 4 |
            """);

    assertThat(file.name()).isEqualTo("B");
    assertThat(file.lines()).isEqualTo(17);
    assertThat(file.background()).extracting(Step::text).containsExactly("a balancer");
    assertThat(file.scenarios())
        .containsExactly(
            new Scenario(
                8,
                "<x> is <y>",
                List.of("@guide:a/b", "@core", "@req:A-B-001"),
                List.of(
                    new Step(9, Kind.ACTION, "it does:", "<x>\t1"),
                    new Step(11, Kind.OUTCOME, "it is", ""),
                    new Step(12, Kind.OUTCOME, "stays so", "")),
                List.of("x", "y"),
                1,
                2));
  }

  @Test
  void tablesOfAnOutlineHaveTagsOfTheirOwn() {
    FeatureFile file =
        FeatureFile.parse(
            "alb/a/b.feature",
            """
            Feature: B
              @one
              Scenario Outline: <x>
                Then it is <x>

                @two
                Examples:
                  | x |
                  | 1 |
                  | 2 |

                @three
                Examples:
                  | x |
                  | 3 |
            """);

    assertThat(file.scenarios())
        .extracting(Scenario::line, Scenario::tags, Scenario::firstRow, Scenario::rows)
        .containsExactly(
            tuple(3, List.of("@one", "@two"), 1, 2), tuple(3, List.of("@one", "@three"), 3, 1));
  }

  @Test
  void scenariosOfARuleInheritItsTags() {
    FeatureFile file =
        FeatureFile.parse(
            "alb/a/b.feature",
            """
            @one
            Feature: B
              @two
              Rule: C
                @three
                Scenario: D
                  Then it is
            """);

    assertThat(file.scenarios().get(0).tags()).containsExactly("@one", "@two", "@three");
    assertThat(file.scenarios().get(0).tagged("@t")).containsExactly("wo", "hree");
    assertThat(file.scenarios().get(0).rows()).isEqualTo(1);
  }

  @Test
  void whatIsNotGherkinIsRefusedWithItsPlace() {
    assertThatThrownBy(
            () ->
                FeatureFile.parse("alb/a/b.feature", "Feature: B\nScenario: C\n  * x\n  nonsense"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("alb/a/b.feature (4:3)");
  }
}
