package io.albspec.proxy.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.albspec.proxy.yaml.Place;
import io.albspec.proxy.yaml.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EvaluationTest {

  private final Evaluation evaluation = new Evaluation(new Names());

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "!Ref Name                                     | web",
        "{Ref: Name}                                   | web",
        "!GetAtt Balancer.DNSName                      | Balancer's DNSName",
        "!GetAtt [Balancer, !Ref Name]                 | Balancer's web",
        "!Sub 'a-${Name}-${Balancer.DNSName}'          | a-web-Balancer's DNSName",
        "!Sub '${!Name} ${ Name }'                     | ${Name} web",
        "!Sub ['${Own}-${Name}', {Own: !Ref Name}]     | web-web",
        "!Join [', ', [a, !Ref Name, !Ref Nothing, b]] | a, web, b",
        "!Select [1, [a, b]]                           | b",
        "!Select ['0', !Ref Subnets]                   | subnet-a",
        "!Join ['+', !Split [':', 'a::b']]             | a++b",
        "!FindInMap [Sizes, !Ref Name, small]          | 1",
        "!If [Yes, a, b]                               | a",
        "!If [No, a, !Ref Name]                        | web",
        "!If [Both, a, b]                              | b",
        "!If [Either, a, b]                            | a",
        "!If [Indirect, a, b]                          | a",
        "!Join [',', !If [No, [a], [b, c]]]            | b,c",
      })
  void functionsAreWorkedOut(String text, String expected) throws TemplateException {
    Value value = evaluation.of(parse(text));

    assertThat(Arguments.text(value, "the result")).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "!Ref Nobody              | 'Nobody' is neither a parameter nor a resource",
        "!Ref [a]                 | Ref takes a value here, not a list",
        "!GetAtt Balancer         | Fn::GetAtt takes a list here, not a value",
        "!GetAtt [a, b, c]        | Fn::GetAtt takes a list of 2 here, not a list",
        "!Sub '${Nobody}'         | 'Nobody' is neither a parameter nor a resource",
        "!Select [2, [a, b]]      | Fn::Select: there is no item 2 of 2",
        "!Select [-1, [a, b]]     | Fn::Select takes a number here, not '-1'",
        "!Join [',', a]           | Fn::Join takes a list here, not a value",
        "!FindInMap [Sizes, a, b] | Fn::FindInMap: there is no 'a'",
        "!If [Maybe, a, b]        | there is no condition 'Maybe'",
        "!If [Loop, a, b]         | the condition refers to itself",
        "!If [Odd, a, b]          | Fn::Odd is not a condition",
        "!ImportValue a           | the function Fn::ImportValue is not known",
      })
  void whatIsWrongIsSaidWithItsLine(String text, String problem) throws TemplateException {
    Value value = parse(text);

    assertThatThrownBy(() -> evaluation.of(value))
        .isInstanceOf(TemplateException.class)
        .hasMessageMatching("line [0-9]+: \\Q" + problem + "\\E");
  }

  private static Value parse(String text) throws TemplateException {
    return Template.mapping("Value: " + text).members().get("Value");
  }

  /** A template's names. */
  private static final class Names implements Scope {

    private static final String CONDITIONS =
        """
        Yes: !Equals [!Ref Name, web]
        No: !Not [!Equals [!Ref Name, web]]
        Both: !And [!Condition Yes, !Condition No]
        Either: !Or [!Condition No, !Condition Yes]
        Indirect: !Condition Yes
        Loop: !Not [!Condition Loop]
        Odd: !Odd [a]
        """;

    @Override
    public Optional<Value> reference(String name, Place place) {
      return switch (name) {
        case "Name" -> Optional.of(new Value.Text("web", place));
        case "Nothing" -> Optional.of(new Value.Absent(place));
        case "Subnets" ->
            Optional.of(
                new Value.Items(
                    List.of(new Value.Text("subnet-a", place), new Value.Text("subnet-b", place)),
                    place));
        default -> Optional.empty();
      };
    }

    @Override
    public Value attribute(String resource, String attribute, Place place) {
      return new Value.Text(resource + "'s " + attribute, place);
    }

    @Override
    public Value condition(String name, Place place) throws TemplateException {
      return Template.mapping(CONDITIONS)
          .member(name)
          .orElseThrow(
              () -> new TemplateException(place, "there is no condition '%s'".formatted(name)));
    }

    @Override
    public Map<String, Value> mappings() {
      try {
        return Template.mapping("Sizes: {web: {small: 1}}").members();
      } catch (TemplateException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
