package io.albspec.features;

import static java.util.stream.Collectors.joining;

import io.albspec.features.Step.Kind;
import io.cucumber.gherkin.GherkinParser;
import io.cucumber.messages.types.Background;
import io.cucumber.messages.types.DataTable;
import io.cucumber.messages.types.DocString;
import io.cucumber.messages.types.Envelope;
import io.cucumber.messages.types.Examples;
import io.cucumber.messages.types.Feature;
import io.cucumber.messages.types.FeatureChild;
import io.cucumber.messages.types.Rule;
import io.cucumber.messages.types.StepKeywordType;
import io.cucumber.messages.types.TableCell;
import io.cucumber.messages.types.TableRow;
import io.cucumber.messages.types.Tag;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** From Gherkin's own model of a file to ours. */
final class FeatureFileParser {

  private final String path;
  private final List<Step> background = new ArrayList<>();
  private final List<Scenario> scenarios = new ArrayList<>();

  FeatureFileParser(String path) {
    this.path = path;
  }

  FeatureFile parse(String text) {
    Feature feature = feature(text);
    List<String> tags = names(feature.getTags());
    for (FeatureChild child : feature.getChildren()) {
      child.getBackground().ifPresent(this::add);
      child.getScenario().ifPresent(scenario -> add(scenario, tags));
      child.getRule().ifPresent(rule -> add(rule, tags));
    }
    int lines = (int) text.lines().count();
    return new FeatureFile(path, feature.getName(), tags, lines, background, scenarios);
  }

  private Feature feature(String text) {
    GherkinParser parser =
        GherkinParser.builder().includeSource(false).includePickles(false).build();
    List<Envelope> envelopes = parser.parse(path, text.getBytes(StandardCharsets.UTF_8)).toList();
    envelopes.stream()
        .flatMap(envelope -> envelope.getParseError().stream())
        .findFirst()
        .ifPresent(
            error -> {
              throw new IllegalArgumentException(path + " " + error.getMessage());
            });
    return envelopes.stream()
        .flatMap(envelope -> envelope.getGherkinDocument().stream())
        .flatMap(document -> document.getFeature().stream())
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(path + " has no feature"));
  }

  private void add(Background from) {
    background.addAll(steps(from.getSteps()));
  }

  private void add(Rule rule, List<String> inherited) {
    List<String> tags = both(inherited, names(rule.getTags()));
    rule.getChildren().forEach(child -> child.getScenario().ifPresent(each -> add(each, tags)));
  }

  private void add(io.cucumber.messages.types.Scenario from, List<String> inherited) {
    int line = Math.toIntExact(from.getLocation().getLine());
    List<String> tags = both(inherited, names(from.getTags()));
    List<Step> steps = steps(from.getSteps());
    if (from.getExamples().isEmpty()) {
      scenarios.add(new Scenario(line, from.getName(), tags, steps, List.of(), 1, 1));
    }
    int row = 1;
    for (Examples table : from.getExamples()) {
      List<String> own = both(tags, names(table.getTags()));
      int rows = table.getTableBody().size();
      scenarios.add(new Scenario(line, from.getName(), own, steps, columns(table), row, rows));
      row += rows;
    }
  }

  private static List<String> columns(Examples table) {
    return table.getTableHeader().stream()
        .flatMap(header -> header.getCells().stream())
        .map(TableCell::getValue)
        .toList();
  }

  private static List<Step> steps(List<io.cucumber.messages.types.Step> from) {
    List<Step> steps = new ArrayList<>();
    Kind kind = Kind.CONTEXT;
    for (io.cucumber.messages.types.Step step : from) {
      kind = kind(step.getKeywordType(), kind);
      String argument =
          step.getDocString()
              .map(DocString::getContent)
              .or(() -> step.getDataTable().map(FeatureFileParser::text))
              .orElse("");
      int line = Math.toIntExact(step.getLocation().getLine());
      steps.add(new Step(line, kind, step.getText(), argument));
    }
    return steps;
  }

  private static Kind kind(Optional<StepKeywordType> keyword, Kind before) {
    return switch (keyword.orElse(StepKeywordType.UNKNOWN)) {
      case CONTEXT -> Kind.CONTEXT;
      case ACTION -> Kind.ACTION;
      case OUTCOME -> Kind.OUTCOME;
      case CONJUNCTION, UNKNOWN -> before;
    };
  }

  private static String text(DataTable table) {
    return table.getRows().stream().map(FeatureFileParser::text).collect(joining("\n"));
  }

  private static String text(TableRow row) {
    return row.getCells().stream().map(TableCell::getValue).collect(joining("\t"));
  }

  private static List<String> names(List<Tag> tags) {
    return tags.stream().map(Tag::getName).toList();
  }

  private static List<String> both(List<String> inherited, List<String> own) {
    return Stream.concat(inherited.stream(), own.stream()).toList();
  }
}
