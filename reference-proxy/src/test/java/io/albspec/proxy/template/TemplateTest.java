package io.albspec.proxy.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TemplateTest {

  @TempDir private Path directory;

  @Test
  void jsonIsReadLikeYaml() throws TemplateException {
    Template yaml = Template.parse("Resources:\n  A:\n    Type: T\n    Properties: {P: !Ref B}\n");
    Template json =
        Template.parse(
            "{\"Resources\":\n{\"A\":\n{\"Type\":\"T\",\n\"Properties\":{\"P\":{\"Ref\":\"B\"}}}}}");

    assertThat(json).isEqualTo(yaml);
  }

  @Test
  void aFileThatIsMissingOrNoTextIsSaid() throws Exception {
    Path missing = directory.resolve("missing.yaml");
    Path binary = Files.write(directory.resolve("binary"), new byte[] {(byte) 0xff, (byte) 0xfe});

    assertThatThrownBy(() -> Template.read(missing)).hasMessage("there is no such file");
    assertThatThrownBy(() -> Template.read(binary)).hasMessage("the file is not UTF-8");
    assertThatThrownBy(() -> Template.read(directory)).hasMessageContaining("cannot be read");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''                                        | the template is empty",
        "- a                                       | line 1: a template is a mapping, not a list",
        "Resources: {}                             | line 1: a template has at least one resource",
        "Resources: []                             | line 1: Resources takes a mapping here, not a list",
        "Resources:\\n  A: {Type: T}\\nMore: {}      | line 3: 'More' is not known in a template",
        "Resources:\\n  A: {}                       | line 2: the resource A has no Type",
        "Resources:\\n  A:\\n    Typ: T              | line 3: 'Typ' is not known in the resource A",
        "Resources:\\n  A: {Type: T}\\n  A: {Type: U} | line 3: 'A' stands here twice",
        "Resources:\\n  A:\\n    Type:               | line 3: 'Type' has no value",
        "Resources:\\n  ? [a]\\n  : b               | line 2: a name must be a text",
      })
  void whatIsWrongIsSaidWithItsLine(String text, String message) {
    String template = text.replace("\\n", "\n");

    assertThatThrownBy(() -> Template.parse(template))
        .isInstanceOf(TemplateException.class)
        .hasMessage(message);
  }

  @Test
  void brokenYamlIsSaidWithItsLine() {
    assertThatThrownBy(() -> Template.parse("Resources:\n  A: {Type: T\n"))
        .isInstanceOf(TemplateException.class)
        .hasMessageStartingWith("line 3: ");
  }

  @Test
  void hostileYamlIsRefused() {
    String deep = "Resources: " + "[".repeat(100_000) + "]".repeat(100_000);
    String laughs =
        "Resources:\n  a: &a [x,x,x,x,x,x,x,x,x]\n  b: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\n"
            + "  c: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b]\n  d: &d [*c,*c,*c,*c,*c,*c,*c,*c,*c]\n"
            + "  e: &e [*d,*d,*d,*d,*d,*d,*d,*d,*d]\n  f: [*e,*e,*e,*e,*e,*e,*e,*e,*e]\n";
    String loop = "Resources: &r\n  a: *r\n";

    assertThatThrownBy(() -> Template.parse(deep)).isInstanceOf(TemplateException.class);
    assertThatThrownBy(() -> Template.parse(laughs)).isInstanceOf(TemplateException.class);
    assertThatThrownBy(() -> Template.parse(loop)).isInstanceOf(TemplateException.class);
  }

  @Test
  void classesAreNeverLoaded() {
    String attack =
        "Resources:\n  A: !!javax.script.ScriptEngineManager [!!java.net.URL ['http://127.0.0.1/']]\n";

    assertThatThrownBy(() -> Template.parse(attack)).isInstanceOf(TemplateException.class);
  }
}
