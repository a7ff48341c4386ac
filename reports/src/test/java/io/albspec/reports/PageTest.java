package io.albspec.reports;

import static org.assertj.core.api.Assertions.assertThat;

import io.albspec.reports.badge.Badge;
import io.albspec.reports.guide.Outline;
import io.albspec.reports.junit.JunitXml;
import io.albspec.reports.page.Page;
import io.albspec.reports.verdict.Assessment;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;

class PageTest {

  private static final String HOSTILE =
      "</pre><script>alert(1)</script><img src=x onerror='a'>\u0000\u001b[31m\u202e & \"quoted\"";

  @TempDir private Path folder;

  @Test
  void everyAnchorIsThereOnceAndEveryLinkLeadsToOne() throws IOException {
    Tree page = page(assess(mixed()));

    List<String> ids = page.all("id");
    List<String> targets = page.all("href").stream().map(href -> href.substring(1)).toList();

    assertThat(ids).doesNotHaveDuplicates().contains("LB-HOST-003", "requirements");
    assertThat(page.all("href")).allMatch(href -> href.startsWith("#"));
    assertThat(ids).containsAll(targets);
  }

  @Test
  void nothingComesFromElsewhere() throws IOException {
    String page = source(assess(mixed()));

    assertThat(page)
        .contains("default-src &#39;none&#39;")
        .doesNotContain("http://", "https://", "@import", "url(");
    assertThat(Tree.of(page).all("src")).isEmpty();
  }

  @Test
  void whatTheEvidenceHoldsIsOnlyText() throws IOException {
    Ending hostile =
        Ending.failed(3, HOSTILE, HOSTILE)
            .attaching("text/x.albspec.wire+plain", HOSTILE, "> " + HOSTILE + "\n<< " + HOSTILE)
            .attaching("text/x.albspec.config+plain", HOSTILE, HOSTILE)
            .attaching("text/html", HOSTILE, HOSTILE);
    String feature = SmallSpecification.FEATURE.replace("upper case", "<b onclick='x'>&amp;");
    Recording recording = new Recording().feature(SmallSpecification.PATH, feature);

    Tree page = page(assess(recording.play("<b", hostile).playRest(Ending.passed())));

    assertThat(page.elements("script")).hasSize(1);
    assertThat(page.elements("img")).isEmpty();
    assertThat(page.all("onclick")).isEmpty();
    assertThat(page.text())
        .contains("</pre><script>alert(1)</script>")
        .contains("\\x{0}\\x{1b}[31m\\x{202e}")
        .contains("<b onclick='x'>&amp;");
  }

  @Test
  void aRequirementStandsBesideItsVerdict() throws IOException {
    Tree page = page(assess(mixed()));

    Element failed = page.byId("LB-HOST-002");

    assertThat(failed.getAttribute("data-show")).isEqualTo("attention");
    assertThat(failed.getTextContent())
        .contains("✕ Failed", "Statement 2 must hold", "line 981", "core", "host-header")
        .contains("expected: 80")
        .contains("2 scenarios: 1 failed, 1 passed");
    assertThat(page.byId("LB-HOST-004").getTextContent()).contains("it has no such thing");
    assertThat(page.byId("LB-HOST-006").getTextContent()).contains("No scenario shows it.");
    assertThat(page.byId("LB-HOST-007").getTextContent()).contains("AWS only");
  }

  @Test
  void theBytesOfAnExchangeAreToldApartByDirection() throws IOException {
    Ending failed =
        Ending.failed(3, Ending.ASSERTION, "no")
            .attaching(
                "text/x.albspec.wire+plain",
                "one",
                "> GET / HTTP/1.1\\x0d\n>\n>> GET /b\n<< 200\n< 200\nclosed");
    Recording recording = SmallSpecification.recording().play("upper", failed);

    Tree page = page(assess(recording));

    assertThat(page.elements("pre").stream().map(Element::getTextContent))
        .containsSubsequence("GET / HTTP/1.1\\x0d\n\n", "GET /b\n", "200\n", "200\n", "closed\n");
    assertThat(page.all("class"))
        .containsSubsequence(
            "flow to-balancer",
            "flow to-target",
            "flow from-target",
            "flow to-client",
            "flow note");
  }

  @Test
  void theOutlineShowsSectionsWithoutRequirements() throws IOException {
    Tree page = page(assess(mixed()));

    assertThat(page.text())
        .contains("977–1011Host header preservation")
        .contains("929–936Desync mitigation modeno requirement");
  }

  @Test
  void theSameEvidenceGivesTheSamePage() throws IOException {
    assertThat(source(assess(mixed()))).isEqualTo(source(assess(mixed())));
  }

  @Test
  void theJunitFileCountsWhatItHolds() throws IOException {
    Assessment assessment = assess(mixed());

    Tree junit = Tree.of(new String(JunitXml.write(assessment), StandardCharsets.UTF_8));

    Element suite = junit.elements("testsuite").get(0);
    assertThat(suite.getAttribute("tests")).isEqualTo("5");
    assertThat(suite.getAttribute("failures")).isEqualTo("1");
    assertThat(suite.getAttribute("skipped")).isEqualTo("1");
    assertThat(junit.elements("testcase")).hasSize(5);
    assertThat(junit.elements("failure").get(0).getAttribute("message")).isEqualTo("expected: 80");
    assertThat(junit.elements("skipped").get(0).getAttribute("message"))
        .isEqualTo("unsupported: it has no such thing");
  }

  @Test
  void theBadgeTellsTheResult() throws IOException {
    Tree badge = Tree.of(new String(Badge.write(assess(mixed())), StandardCharsets.UTF_8));

    assertThat(badge.elements("title").get(0).getTextContent())
        .isEqualTo("albspec: not certified, core 1/3");
  }

  private static Recording mixed() {
    return SmallSpecification.recording()
        .play("port 8080", Ending.failed(3, Ending.ASSERTION, "expected: 80\nbut was: 8080"))
        .play("upper", Ending.skipped(0, Ending.UNSUPPORTED, "unsupported: it has no such thing"))
        .playRest(Ending.passed());
  }

  private Assessment assess(Recording recording) throws IOException {
    return SmallSpecification.assess(recording, folder);
  }

  private static String source(Assessment assessment) {
    return new String(Page.write(assessment, Outline.load()), StandardCharsets.UTF_8);
  }

  private static Tree page(Assessment assessment) {
    return Tree.of(source(assessment));
  }
}
