package io.albspec.features;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** The step patterns of STEPS.md. */
record StepVocabulary(List<StepPattern> patterns) {

  private static final Pattern ROW =
      Pattern.compile("\\| `((?:[^`\\\\]|\\\\.)+)`( table| text)? \\|.*");

  /** One pattern: what the text of a step must be, and whether a table or doc string follows. */
  record StepPattern(String written, Pattern regex, boolean argument) {

    boolean matches(Step step) {
      return regex.matcher(step.text()).matches() && argument == !step.argument().isEmpty();
    }
  }

  static StepVocabulary of(Path steps) throws IOException {
    List<String> lines = Files.readAllLines(steps);
    return new StepVocabulary(
        lines.subList(lines.indexOf("## Given: the topology"), lines.size()).stream()
            .map(ROW::matcher)
            .filter(row -> row.matches())
            .map(row -> pattern(row.group(1), row.group(2) != null))
            .toList());
  }

  static StepPattern pattern(String written, boolean argument) {
    String regex =
        written
            .replace("\\|", "|")
            .replaceAll("([.?*+])", "\\\\$1")
            .replaceAll(" \\[([^\\]]*)\\]", "( $1)?")
            .replaceAll("^\\[([^\\]]*)\\] ", "($1 )?")
            .replace("{s}", "\"[^\"]*\"")
            .replace("{n}", "\\d+")
            .replace(
                "{targets}",
                "(target|each target of|each of the targets \\d+ to \\d+ of) \"[^\"]*\"")
            .replace("{zones}", "(zone [abc]|the zones a and b|the zones a, b and c)")
            .replace("{response}", "(the response|response \\d+)")
            .replace("{condition}", "CONDITION( and CONDITION)*")
            .replace(
                "CONDITION",
                "the (path|host|method|query|source|header \"[^\"]*\" with)"
                    + " \"[^\"]*\"( or \"[^\"]*\")*");
    return new StepPattern(written, Pattern.compile(regex), argument);
  }

  /** The patterns that a step matches. */
  List<String> matching(Step step) {
    return patterns.stream().filter(each -> each.matches(step)).map(StepPattern::written).toList();
  }
}
