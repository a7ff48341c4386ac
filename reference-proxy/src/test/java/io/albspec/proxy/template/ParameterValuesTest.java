package io.albspec.proxy.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.albspec.proxy.yaml.Value;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParameterValuesTest {

  @Test
  void whatIsGivenComesBeforeTheDefault() throws TemplateException {
    Template template = template("{Type: String, Default: a}");

    assertThat(value(template, Map.of())).isEqualTo("a");
    assertThat(value(template, Map.of("P", "b"))).isEqualTo("b");
  }

  @Test
  void aListIsSplitAtItsCommas() throws TemplateException {
    Template template = template("{Type: 'List<AWS::EC2::Subnet::Id>'}");

    Value value = ParameterValues.of(template, Map.of("P", "subnet-a, subnet-b")).get("P");

    assertThat(Arguments.items(value, "P"))
        .extracting(item -> Arguments.text(item, "P"))
        .containsExactly("subnet-a", "subnet-b");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{Type: String}                             |     | has no value",
        "{Default: a}                               |     | has no Type",
        "{Type: Number}                             | x   | must be a number, not 'x'",
        "{Type: 'List<Number>'}                     | 1,x | must be a number, not 'x'",
        "{Type: String, AllowedValues: [a, b]}      | c   | must be one of [a, b], not 'c'",
        "{Type: String, AllowedPattern: '[a-z]+'}   | 7   | must match [a-z]+, which '7' does not",
        "{Type: String, AllowedPattern: '['}        | 7   | has an AllowedPattern that is none: Unclosed character class",
        "{Type: String, MaxLength: 2}               | abc | breaks its MaxLength of 2",
        "{Type: String, MinLength: 4}               | abc | breaks its MinLength of 4",
        "{Type: Number, MinValue: 1}                | 0   | breaks its MinValue of 1",
        "{Type: Number, MaxValue: 65535}            | 65536 | breaks its MaxValue of 65535",
        "{Type: 'AWS::SSM::Parameter::Value<String>'} | a | is of a type that no store is simulated for",
      })
  void whatAParameterDoesNotAllowIsSaid(String declaration, String given, String problem)
      throws TemplateException {
    Template template = template(declaration);
    Map<String, String> values = given == null ? Map.of() : Map.of("P", given);

    assertThatThrownBy(() -> ParameterValues.of(template, values))
        .isInstanceOf(TemplateException.class)
        .hasMessage("line 2: the parameter P " + problem);
  }

  @Test
  void whatIsNoParameterIsSaid() throws TemplateException {
    Template template = template("{Type: String, Default: a}");

    assertThatThrownBy(() -> ParameterValues.of(template, Map.of("Q", "a")))
        .hasMessage("the template has no parameter 'Q'");
  }

  private static Template template(String declaration) throws TemplateException {
    return Template.parse(
        "Parameters:\n  P: %s\nResources:\n  R: {Type: T}\n".formatted(declaration));
  }

  private static String value(Template template, Map<String, String> given)
      throws TemplateException {
    return Arguments.text(ParameterValues.of(template, given).get("P"), "P");
  }
}
