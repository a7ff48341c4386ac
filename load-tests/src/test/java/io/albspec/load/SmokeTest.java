package io.albspec.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.albspec.load.accounting.Accounting;
import io.albspec.load.accounting.Check;
import io.albspec.load.accounting.PhaseAccount;
import io.albspec.load.report.Run;
import io.albspec.load.traffic.Traffic;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The smoke profile, run in full: every request is accounted for. */
final class SmokeTest {

  @TempDir private Path folder;

  @Test
  @Timeout(240)
  void everyRequestIsAccountedForWhileTargetsFail() throws IOException, InterruptedException {
    Profile smoke = Profile.smoke;
    Traffic traffic = new Traffic(smoke.usersPerSecond(), smoke.phase(), 1);
    StringWriter progress = new StringWriter();
    LoadTest test =
        new LoadTest(traffic, folder, Optional.empty(), "mvn verify", new PrintWriter(progress));

    Run run = test.run();

    Accounting accounting = run.accounting();
    assertThat(accounting.checks()).allMatch(check -> check.result() == Check.Result.HELD);
    assertThat(accounting.findings()).isEmpty();
    assertThat(sent(accounting.phases())).isEqualTo(traffic.requests());
    assertThat(accounting.phases()).allMatch(phase -> phase.logged() == phase.sent());
    assertThat(accounting.phases().get(3).answered()).containsKeys("200", "502");
    assertThat(progress.toString()).contains("steady", "latency", "reset", "recovery");
    assertThat(run.gatling()).isNotEmptyFile();
    assertThat(Files.readString(test.page())).contains("all held").doesNotContain("${");
    assertThat(Files.readString(test.json())).contains("\"holds\" : true");
  }

  private static int sent(List<PhaseAccount> phases) {
    return phases.stream().mapToInt(PhaseAccount::sent).sum();
  }
}
