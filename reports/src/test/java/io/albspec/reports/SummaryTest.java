package io.albspec.reports;

import static org.assertj.core.api.Assertions.assertThat;

import io.albspec.reports.console.Summary;
import io.albspec.reports.guide.Outline;
import io.albspec.reports.verdict.Assessment;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SummaryTest {

  @TempDir private Path folder;

  @Test
  void theSummaryLooksLikeThis() throws IOException {
    Recording recording =
        SmallSpecification.recording()
            .play("port 8080", Ending.failed(3, Ending.ASSERTION, "\nexpected: 80\n but was: 8080"))
            .play("upper", Ending.failed(1, "java.io.IOException", "refused\u001b[2J"))
            .playRest(Ending.passed());
    Assessment assessment = SmallSpecification.assess(recording, folder);

    String summary =
        Summary.render(assessment, Outline.load(), List.of(Path.of("out", "index.html")), false);

    assertThat(summary).isEqualTo(golden());
  }

  @Test
  void aRunThatPassedSaysSoInItsLastLine() throws IOException {
    Recording recording = SmallSpecification.recording().playRest(Ending.passed());
    Assessment assessment = SmallSpecification.assess(recording, folder);

    assertThat(Summary.render(assessment, Outline.load(), List.of(), false))
        .endsWith("\ncertified: All 3 core requirements hold, and 2 of 3 extended ones.\n");
  }

  private static String golden() throws IOException {
    try (var in = SummaryTest.class.getResourceAsStream("summary.golden.txt")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
