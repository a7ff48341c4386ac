package io.albspec.features;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.albspec.features.Step.Kind;
import io.cucumber.gherkin.GherkinParser;
import io.cucumber.messages.types.Pickle;
import io.cucumber.messages.types.PickleStep;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StepVocabularyTest {

  private static final Path STEPS = Path.of("STEPS.md");
  private static final Pattern NAME = Pattern.compile("<([a-z0-9][a-z0-9 -]*)>");
  private static final Pattern TAKES_TIME =
      Pattern.compile("[0-9] s pass|becomes \"unhealthy\"|more health check|no health checks");
  private static final Pattern GROUP_NAME =
      Pattern.compile(
          "[a-z]+-arn|[a-z]+-group|[a-z]+(-[0-9]+)?-certificate|[a-z]+-[0-9]-(ip|port|other-port)"
              + "|(rule|listener|target-group)-[0-9]+-arn"
              + "|[0-9]+ (characters|addresses)");

  @Test
  void everyStepMatchesExactlyOnePattern() throws IOException {
    StepVocabulary vocabulary = StepVocabulary.of(STEPS);

    List<String> faults =
        TextResource.below("alb", ".feature").stream()
            .flatMap(StepVocabularyTest::pickles)
            .flatMap(pickle -> faults(pickle, vocabulary))
            .distinct()
            .toList();

    assertThat(faults).isEmpty();
  }

  @Test
  void everyNameInAngleBracketsIsAColumnOrARunTimeName() throws IOException {
    String names = Files.readString(STEPS);
    List<String> faults = new ArrayList<>();

    for (FeatureFile file : FeatureFile.load()) {
      for (Scenario scenario : file.scenarios()) {
        scenario.steps().stream()
            .flatMap(step -> NAME.matcher(step.text() + step.argument()).results())
            .map(MatchResult::group)
            .filter(name -> !scenario.columns().contains(name.substring(1, name.length() - 1)))
            .filter(name -> !names.contains("`" + name + "`") && !ofGroup(name))
            .map(name -> file.path() + ":" + scenario.line() + " " + name)
            .forEach(faults::add);
      }
    }

    assertThat(faults).isEmpty();
  }

  @Test
  void everyColumnOfAnOutlineIsUsed() {
    List<String> faults = new ArrayList<>();

    for (FeatureFile file : FeatureFile.load()) {
      for (Scenario scenario : file.scenarios()) {
        String text = scenario.name() + scenario.steps();
        scenario.columns().stream()
            .filter(column -> !text.contains("<" + column + ">"))
            .map(column -> file.path() + ":" + scenario.line() + " " + column)
            .forEach(faults::add);
      }
    }

    assertThat(faults).isEmpty();
  }

  @Test
  void everyScenarioInWhichTimePassesSaysSo() {
    List<String> faults = new ArrayList<>();

    for (FeatureFile file : FeatureFile.load()) {
      file.scenarios().stream()
          .filter(scenario -> scenario.steps().stream().anyMatch(StepVocabularyTest::takesTime))
          .filter(scenario -> scenario.tagged(Tags.TIME).isEmpty())
          .map(scenario -> file.path() + ":" + scenario.line())
          .forEach(faults::add);
    }

    assertThat(faults).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '>',
      quoteCharacter = '\'',
      value = {
        "the {s} is {n} [or so] > the \"x y\" is 12 or so > true",
        "the {s} is {n} [or so] > the \"x y\" is 12 > true",
        "the {s} is {n} [or so] > the \"x y\" is 12 or > false",
        "(a|the) client > the client > true",
        "{response} ends > response 2 ends > true",
        "{targets} ends > each target of \"blue\" ends > true",
        "{targets} ends > the target \"blue\" ends > false",
        "for {condition} > for the path \"/a\" or \"/b\" and the host \"c\" > true",
        "for {condition} > for the header \"X\" with \"a\" or \"b\" and the query \"k=v\" > true",
        "for {condition} > for the header \"X\" > false"
      })
  void aPatternStandsForItsSteps(String pattern, String text, boolean matches) {
    Step step = new Step(1, Kind.OUTCOME, text, "");

    assertThat(StepVocabulary.pattern(pattern, false).matches(step)).isEqualTo(matches);
  }

  private static boolean ofGroup(String name) {
    return GROUP_NAME.matcher(name.substring(1, name.length() - 1)).matches();
  }

  private static boolean takesTime(Step step) {
    return TAKES_TIME.matcher(step.text()).find();
  }

  private static Stream<Pickle> pickles(TextResource file) {
    GherkinParser parser =
        GherkinParser.builder().includeSource(false).includeGherkinDocument(false).build();
    return parser
        .parse(file.path(), file.text().getBytes(UTF_8))
        .flatMap(envelope -> envelope.getPickle().stream());
  }

  private static Stream<String> faults(Pickle pickle, StepVocabulary vocabulary) {
    return pickle.getSteps().stream()
        .map(each -> new Step(1, Kind.OUTCOME, each.getText(), argument(each)))
        .filter(step -> vocabulary.matching(step).size() != 1)
        .map(step -> pickle.getUri() + ": " + step.text() + vocabulary.matching(step));
  }

  private static String argument(PickleStep step) {
    return step.getArgument().isPresent() ? "some" : "";
  }
}
