package io.albspec.steps.world;

import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Replaces the run-time names in the texts of steps. A name that nobody knows stays as it is. */
public final class Names {

  private static final Pattern NAME = Pattern.compile("<([a-z0-9][a-z0-9 -]*)>");
  private static final Pattern GENERATED = Pattern.compile("(\\d+) (characters|addresses)");

  private final Unique unique;
  private final List<NameSource> sources;

  /** Asks these, in this order. */
  public Names(
      Unique unique,
      Resources resources,
      Groups groups,
      Instances instances,
      Fleet fleet,
      FrameTargets frameTargets,
      Clients clients,
      Cookies cookies,
      AccessLog log,
      Rules rules,
      SecurityGroups securityGroups,
      Certificates certificates,
      ClientCertificates clientCertificates,
      Sut sut) {
    this.unique = unique;
    this.sources =
        List.of(
            resources,
            groups,
            instances,
            fleet,
            frameTargets,
            clients,
            cookies,
            log,
            rules,
            securityGroups,
            certificates,
            clientCertificates,
            sut);
  }

  /** The text with every known name replaced. */
  public String in(String text) {
    return NAME.matcher(text).replaceAll(name -> Matcher.quoteReplacement(replaced(name)));
  }

  private String replaced(MatchResult name) {
    return value(name.group(1)).orElse(name.group());
  }

  private Optional<String> value(String name) {
    Matcher generated = GENERATED.matcher(name);
    if (generated.matches()) {
      int number = Integer.parseInt(generated.group(1));
      return Optional.of(
          generated.group(2).equals("addresses") ? addresses(number) : "a".repeat(number));
    } else if (name.equals("unique")) {
      return Optional.of(unique.text());
    }
    return sources.stream().flatMap(source -> source.value(name).stream()).findFirst();
  }

  private static String addresses(int number) {
    return IntStream.rangeClosed(1, number)
        .mapToObj(each -> "192.0.2." + each)
        .collect(Collectors.joining(", "));
  }
}
