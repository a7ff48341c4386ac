package io.albspec.reports;

import static org.assertj.core.api.Assertions.assertThat;

import io.albspec.features.FeatureFile;
import io.albspec.reports.verdict.Specification;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Reports on all scenarios there are; what it writes can be looked at afterwards. */
class WholeSpecificationTest {

  private static final Path PASSED = Path.of("target", "sample", "passed");
  private static final Path MIXED = Path.of("target", "sample", "mixed");
  private static final String WIRE = "text/x.albspec.wire+plain";
  private static final String CONFIGURATION = "text/x.albspec.config+plain";

  private static final Specification SPECIFICATION = Specification.load();

  @BeforeAll
  static void makeFolders() throws IOException {
    Files.createDirectories(PASSED);
    Files.createDirectories(MIXED);
  }

  @Test
  void aRunThatPassesEverythingIsCertifiedOnASmallPage() throws IOException {
    recording().playRest(Ending.passed()).writeTo(PASSED, SPECIFICATION.catalogue().sha256(), "");

    Rendering rendering = render(PASSED);

    assertThat(rendering.console()).contains("certified: All ");
    assertThat(rendering.code()).isZero();
    long scenarios = SPECIFICATION.scenarios();
    assertThat(Files.size(PASSED.resolve("index.html"))).isLessThan(scenarios * 2_500);
  }

  @Test
  void aMixedRunShowsWhatIsWrong() throws IOException {
    Recording recording = recording();
    failing(recording).playRest(Ending.passed());
    recording.writeTo(MIXED, SPECIFICATION.catalogue().sha256(), "");

    Rendering rendering = render(MIXED);

    assertThat(rendering.code()).isEqualTo(1);
    assertThat(rendering.console())
        .contains("not certified: Requirements in the way of a certificate: ");
  }

  private static Recording failing(Recording recording) {
    Ending wrongTarget =
        Ending.failed(
                7,
                Ending.ASSERTION,
                """

                LS-PATH-006: response 1 comes from the wrong target group
                expected: "blue"
                 but was: "green"
                The path /img/ does not match the pattern /img/*""")
            .attaching(
                WIRE,
                "exchange 1",
                """
                > GET /img/ HTTP/1.1\\x0d
                > Host: example.com\\x0d
                > \\x0d
                >> GET /img/ HTTP/1.1\\x0d
                >> Host: example.com\\x0d
                >> X-Forwarded-For: 127.0.0.1\\x0d
                >> X-Forwarded-Port: 80\\x0d
                >> X-Forwarded-Proto: http\\x0d
                >> \\x0d
                << HTTP/1.1 200 OK\\x0d
                << Content-Type: text/plain\\x0d
                << Content-Length: 7\\x0d
                << \\x0d
                << green-1
                < HTTP/1.1 200 OK\\x0d
                < Content-Type: text/plain\\x0d
                < Content-Length: 7\\x0d
                < \\x0d
                < green-1
                """)
            .attaching(
                CONFIGURATION,
                "haproxy.cfg",
                """
                frontend listener-80
                    bind 127.0.1.1:8080
                    acl rule-10 path_beg /img//
                    use_backend blue if rule-10
                    default_backend green
                """);
    Ending unsupported =
        Ending.skipped(
            1,
            Ending.UNSUPPORTED,
            "unsupported: routing.http.xff_client_port.enabled has no equivalent in HAProxy");
    return recording
        .play("/img/* and /img/:", wrongTarget)
        .play("/img/* and /img:", wrongTarget)
        .play("*.php and /shop/cart.php:", wrongTarget)
        .play(
            "the path that matched",
            Ending.failed(
                2,
                "io.albspec.steps.verdict.SetupException",
                "CreateTargetGroup answered 500 InternalFailure: reload of haproxy failed, exit code 1"))
        .play(
            "dot segments",
            Ending.failed(6, Ending.ASSERTION, "expected: \"blue\"\n but was: \"green\""),
            Ending.passed())
        .play("every allowed character", Ending.undefined(3))
        .play("", unsupported)
        .play("", unsupported)
        .play(
            "",
            Ending.skipped(
                0,
                Ending.NOT_RUN,
                "not run, zones is missing: this machine has one loopback address"));
  }

  private static Recording recording() throws IOException {
    Recording recording = new Recording();
    for (FeatureFile file : SPECIFICATION.features()) {
      ClassLoader loader = WholeSpecificationTest.class.getClassLoader();
      try (InputStream in = loader.getResourceAsStream(file.path())) {
        recording.feature(file.path(), new String(in.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    return recording;
  }

  private record Rendering(int code, String console) {}

  private static Rendering render(Path folder) {
    StringWriter console = new StringWriter();
    PrintWriter out = new PrintWriter(console);
    List<String> arguments = List.of("render", "--no-color", folder.toString());
    int code = new ReportTool().run(out, out, arguments.toArray(String[]::new));
    return new Rendering(code, console.toString());
  }
}
