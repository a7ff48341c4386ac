package io.albspec.steps.world;

import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Replaces the run-time names in the texts of steps. A name that nobody knows stays as it is. */
public final class Names {

  private static final Pattern NAME = Pattern.compile("<([a-z0-9][a-z0-9 -]*)>");
  private static final Pattern LETTERS = Pattern.compile("(\\d+) characters");

  private final Unique unique;
  private final List<NameSource> sources;

  /** Asks these, in this order. */
  public Names(
      Unique unique,
      Resources resources,
      Groups groups,
      Instances instances,
      Fleet fleet,
      Clients clients,
      AccessLog log,
      Rules rules,
      Sut sut) {
    this.unique = unique;
    this.sources = List.of(resources, groups, instances, fleet, clients, log, rules, sut);
  }

  /** The text with every known name replaced. */
  public String in(String text) {
    return NAME.matcher(text).replaceAll(name -> Matcher.quoteReplacement(replaced(name)));
  }

  private String replaced(MatchResult name) {
    return value(name.group(1)).orElse(name.group());
  }

  private Optional<String> value(String name) {
    Matcher letters = LETTERS.matcher(name);
    if (letters.matches()) {
      return Optional.of("a".repeat(Integer.parseInt(letters.group(1))));
    } else if (name.equals("unique")) {
      return Optional.of(unique.text());
    }
    return sources.stream().flatMap(source -> source.value(name).stream()).findFirst();
  }
}
