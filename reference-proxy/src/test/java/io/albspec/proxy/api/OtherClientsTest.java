package io.albspec.proxy.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The aws CLI and boto3, signing their requests, which are verified. */
@Timeout(120)
class OtherClientsTest {

  private static final int SECONDS = 60;

  /** What a process said, and how it ended. */
  private record Ended(int status, String output) {}

  @TempDir private Path folder;
  private SignedAccount account;

  @BeforeEach
  void open() throws IOException {
    account = new SignedAccount(folder);
  }

  @AfterEach
  void close() {
    account.close();
  }

  @Test
  void botoMakesChangesAndDeletesEverythingAndKnowsTheErrors() throws Exception {
    skipUnless(run(Map.of(), "python3", "-c", "import boto3"), "boto3 is not installed");

    Ended ended = boto("smoke.py", credentials(SignedAccount.SECRET));

    assertThat(ended.output()).contains("every step was as expected");
    assertThat(ended.status()).isZero();
  }

  @Test
  void botoShiftsTrafficAwayFromAZoneAndKnowsTheErrors() throws Exception {
    skipUnless(
        run(
            Map.of(),
            "python3",
            "-c",
            "import boto3; boto3.client('arc-zonal-shift', 'us-east-2')"),
        "boto3 is not installed, or too old");

    Ended ended = boto("zonal_shift.py", credentials(SignedAccount.SECRET));
    Ended wrong = boto("zonal_shift.py", credentials("another secret"));

    assertThat(ended.output()).contains("every step was as expected");
    assertThat(ended.status()).isZero();
    assertThat(wrong.status()).isNotZero();
  }

  @Test
  void theCliListsZonalShiftsWithTheRightSecretOnly() throws Exception {
    skipUnless(run(Map.of(), "aws", "--version"), "the command aws is not installed");
    String[] list = {
      "aws",
      "arc-zonal-shift",
      "list-zonal-shifts",
      "--region",
      "us-east-2",
      "--endpoint-url",
      endpoint()
    };

    Ended right = run(credentials(SignedAccount.SECRET), list);
    Ended wrong = run(credentials("another secret"), list);

    assertThat(right.output()).contains("\"items\": []");
    assertThat(wrong.output())
        .contains("An error occurred (InvalidSignatureException) when calling the ListZonalShifts");
  }

  @Test
  void theCliIsLetInWithTheRightSecretOnly() throws Exception {
    skipUnless(run(Map.of(), "aws", "--version"), "the command aws is not installed");

    Ended right = describe(credentials(SignedAccount.SECRET));
    Ended wrong = describe(credentials("another secret"));
    Ended temporary =
        describe(
            Map.of(
                "AWS_ACCESS_KEY_ID", SignedAccount.TEMPORARY_KEY,
                "AWS_SECRET_ACCESS_KEY", SignedAccount.SECRET,
                "AWS_SESSION_TOKEN", SignedAccount.TOKEN));
    Ended unsigned = run(Map.of(), command("--no-sign-request").toArray(String[]::new));

    assertThat(right.output()).contains("\"LoadBalancers\": []");
    assertThat(temporary.output()).contains("\"LoadBalancers\": []");
    assertThat(wrong.output())
        .contains(
            "An error occurred (SignatureDoesNotMatch) when calling the DescribeLoadBalancers operation: The request signature we calculated does not match");
    assertThat(unsigned.output()).contains("(MissingAuthenticationToken)");
    assertThat(List.of(wrong.status(), unsigned.status())).doesNotContain(0);
  }

  private Ended describe(Map<String, String> environment) throws Exception {
    return run(environment, command().toArray(String[]::new));
  }

  private List<String> command(String... further) {
    List<String> command = new ArrayList<>(List.of("aws", "--endpoint-url", endpoint()));
    command.addAll(Arrays.asList(further));
    command.addAll(List.of("elbv2", "describe-load-balancers"));
    return command;
  }

  private String endpoint() {
    return account.url().toString();
  }

  private static Map<String, String> credentials(String secret) {
    return Map.of("AWS_ACCESS_KEY_ID", SignedAccount.KEY, "AWS_SECRET_ACCESS_KEY", secret);
  }

  private Ended boto(String name, Map<String, String> environment) throws Exception {
    Path script = folder.resolve(name);
    try (InputStream in = OtherClientsTest.class.getResourceAsStream("/boto3/" + name)) {
      Files.copy(in, script, StandardCopyOption.REPLACE_EXISTING);
    }
    return run(environment, "python3", script.toString(), endpoint());
  }

  private static void skipUnless(Ended check, String reason) {
    if (check.status() != 0) {
      System.err.println("SKIPPED, a test with a client of AWS: " + reason);
      Assumptions.abort(reason);
    }
  }

  private Ended run(Map<String, String> environment, String... command)
      throws IOException, InterruptedException {
    Path output = Files.createTempFile(folder, "output", ".txt");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .redirectInput(Path.of("/dev/null").toFile());
    builder.environment().keySet().removeIf(name -> name.startsWith("AWS_"));
    builder.environment().put("AWS_DEFAULT_REGION", "us-east-2");
    builder.environment().put("AWS_DEFAULT_OUTPUT", "json");
    builder.environment().put("AWS_PAGER", "");
    builder.environment().put("AWS_EC2_METADATA_DISABLED", "true");
    builder.environment().put("AWS_CONFIG_FILE", "/dev/null");
    builder.environment().put("AWS_SHARED_CREDENTIALS_FILE", "/dev/null");
    builder.environment().putAll(environment);
    Process process;
    try {
      process = builder.start();
    } catch (IOException notThere) {
      return new Ended(-1, notThere.getMessage());
    }
    try {
      if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
        throw new UncheckedIOException(new IOException("no end within " + SECONDS + " s"));
      }
      return new Ended(process.exitValue(), Files.readString(output, StandardCharsets.UTF_8));
    } finally {
      process.destroyForcibly();
    }
  }
}
