package io.albspec.proxy.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Of every action and member of the SDK's model, docs/api.md says what becomes of it. */
class ModelCoverageTest {

  private static final Pattern ROW =
      Pattern.compile("(?m)^\\| ([^|]+?) +\\|(?: ([^|]+?) +\\|)? ([^|]*?) *\\|$");
  private static final Pattern ACTION = Pattern.compile("[A-Z][A-Za-z]+");
  private static final List<String> DECISIONS =
      List.of("effect", "checked and shown", "refused", "newer");

  private final ModelMembers model = new ModelMembers(action -> true);
  private final Map<String, Set<String>> byShape =
      new ModelMembers(action -> !NewerActions.NAMES.contains(action)).byShape();
  private final String document = Files.readString(Path.of("../docs/api.md"));

  ModelCoverageTest() throws ReflectiveOperationException, IOException {}

  @Test
  void everyActionIsServedOrNewer() {
    Set<String> expected = new TreeSet<>(NewerActions.NAMES);
    expected.addAll(served());

    assertThat(model.actions()).isEqualTo(expected);
    assertThat(served()).doesNotContainAnyElementsOf(NewerActions.NAMES);
  }

  @Test
  void theDocumentListsTheActionsThatAreServedAndThoseThatAreNot() {
    assertThat(actions(section("Actions"))).isEqualTo(served());
    assertThat(actions(section("Actions after the guide")))
        .isEqualTo(new TreeSet<>(NewerActions.NAMES));
  }

  @Test
  void theDocumentDecidesOnEveryMemberOnce() {
    Map<String, Set<String>> shapes = new TreeMap<>();
    byShape.forEach((shape, members) -> shapes.put(name(shape), members));
    Map<String, Set<String>> decided = new TreeMap<>();
    for (MatchResult row : members()) {
      for (String member : row.group(2).split(", ", -1)) {
        assertThat(decided.computeIfAbsent(row.group(1), shape -> new TreeSet<>()).add(member))
            .as("%s of %s has one row", member, row.group(1))
            .isTrue();
      }
    }

    assertThat(decided).isEqualTo(shapes);
  }

  @Test
  void eachDecisionIsOneOfFour() {
    assertThat(members())
        .allSatisfy(
            row -> assertThat(DECISIONS).anyMatch(decision -> row.group(3).startsWith(decision)));
  }

  @Test
  void whatIsNewerIsRefusedByTheModel() {
    Set<String> documented = new TreeSet<>();
    for (MatchResult row : members()) {
      if (row.group(3).startsWith("newer")) {
        for (String member : row.group(2).split(", ", -1)) {
          documented.add(row.group(1) + "." + member);
        }
      }
    }
    Set<String> refused = new TreeSet<>();
    byShape.forEach(
        (shape, members) ->
            members.stream()
                .filter(member -> ModelConstraints.of(shape, member).contains(Constraint.NEWER))
                .forEach(member -> refused.add(name(shape) + "." + member)));

    assertThat(documented).isEqualTo(refused).isNotEmpty();
  }

  /** Requests are called as their actions are. */
  private static String name(String shape) {
    return shape.replaceAll("Request$", "");
  }

  private static Set<String> served() {
    try (Account account = new Account()) {
      return new TreeSet<>(account.actions());
    }
  }

  private Set<String> actions(String text) {
    return rows(text).stream()
        .flatMap(row -> ACTION.matcher(row.group(1)).results())
        .map(MatchResult::group)
        .filter(name -> !name.equals("Action"))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private List<MatchResult> members() {
    return rows(section("Members")).stream().filter(row -> !row.group(1).equals("Shape")).toList();
  }

  private static List<MatchResult> rows(String text) {
    return ROW.matcher(text).results().filter(row -> !row.group(1).startsWith("---")).toList();
  }

  private String section(String title) {
    int start = document.indexOf("\n## " + title + "\n");
    int end = document.indexOf("\n## ", start + 1);
    assertThat(start).as("the section '%s' of docs/api.md", title).isPositive();
    return document.substring(start, end < 0 ? document.length() : end);
  }
}
