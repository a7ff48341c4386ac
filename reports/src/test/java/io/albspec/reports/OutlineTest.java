package io.albspec.reports;

import static org.assertj.core.api.Assertions.assertThat;

import io.albspec.features.Catalogue;
import io.albspec.reports.guide.Outline;
import io.albspec.reports.guide.Section;
import java.util.List;
import org.junit.jupiter.api.Test;

class OutlineTest {

  private final Outline outline = Outline.load();

  @Test
  void theChaptersFollowEachOtherWithoutAGap() {
    List<Section> chapters = outline.chapters();

    for (int i = 1; i < chapters.size(); i++) {
      assertThat(chapters.get(i).from()).isEqualTo(chapters.get(i - 1).to() + 1);
    }
    assertThat(chapters).hasSize(10);
  }

  @Test
  void everySectionLiesInItsChapter() {
    for (Section chapter : outline.chapters()) {
      assertThat(outline.sections(chapter.chapter()))
          .allMatch(section -> chapter.holds(section.from()) && chapter.holds(section.to()))
          .allMatch(section -> section.from() <= section.to())
          .isSortedAccordingTo((a, b) -> Integer.compare(a.from(), b.from()));
    }
  }

  @Test
  void everyRequirementStandsInAChapter() {
    assertThat(Catalogue.load().requirements())
        .allMatch(
            requirement ->
                outline.chapters().stream().anyMatch(each -> each.holds(requirement.line())));
  }

  @Test
  void aSectionIsFoundInItsChapterElseByItsLine() {
    assertThat(outline.section("load-balancers", "Host header preservation", 1))
        .hasValueSatisfying(section -> assertThat(section.from()).isEqualTo(977));
    assertThat(outline.section("getting-started", "Create your load balancer", 451))
        .hasValueSatisfying(section -> assertThat(section.chapter()).isEqualTo("tutorial"));
    assertThat(outline.section("getting-started", "Create your load balancer", 9)).isEmpty();
  }

  @Test
  void chaptersComeInTheOrderOfTheGuide() {
    assertThat(outline.sorted(List.of("zebra", "quotas", "apes", "listeners", "load-balancers")))
        .containsExactly("load-balancers", "listeners", "quotas", "apes", "zebra");
  }

  @Test
  void aChapterTheGuideDoesNotHaveIsNamedReadably() {
    assertThat(outline.title("load-balancers")).isEqualTo("Load balancers");
    assertThat(outline.title("lambda-targets")).isEqualTo("Lambda targets");
  }
}
