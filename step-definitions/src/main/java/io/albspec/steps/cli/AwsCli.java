package io.albspec.steps.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.albspec.steps.api.Answer;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The {@code aws} command, pointed at a system under test. */
public final class AwsCli {

  private static final String PROGRAM = "aws";
  private static final int SECONDS = 60;
  private static final Pattern ERROR =
      Pattern.compile(
          "An error occurred \\((\\S+)\\) when calling the (\\S+) operation[^:]*: (.*)",
          Pattern.DOTALL);

  private final URI endpoint;
  private final String region;

  /** Commands go to that endpoint. */
  public AwsCli(URI endpoint, String region) {
    this.endpoint = endpoint;
    this.region = region;
  }

  /** Whether the program is there. */
  public static boolean isInstalled() {
    return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(":"))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, PROGRAM)));
  }

  /**
   * Runs a command.
   *
   * @throws IllegalStateException if the program fails without having been refused by the system
   */
  public Answer run(String command) {
    List<String> words = CommandLine.words(command);
    if (words.size() < 3 || !words.get(0).equals(PROGRAM)) {
      throw new IllegalArgumentException("not an aws command: " + command);
    }
    try {
      return run(words);
    } catch (IOException e) {
      throw new IllegalStateException("cannot run " + command, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted in " + command, e);
    }
  }

  private Answer run(List<String> words) throws IOException, InterruptedException {
    Path output = Files.createTempFile("albspec-aws", ".out");
    Path errors = Files.createTempFile("albspec-aws", ".err");
    Process process = start(words, output, errors);
    try {
      if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
        throw new IllegalStateException("no answer within " + SECONDS + " s: " + words);
      }
      return answer(words, process.exitValue(), Files.readString(output), Files.readString(errors));
    } finally {
      process.destroyForcibly();
      Files.delete(output);
      Files.delete(errors);
    }
  }

  private Process start(List<String> words, Path output, Path errors) throws IOException {
    List<String> command = new ArrayList<>(List.of(PROGRAM, "--endpoint-url", endpoint.toString()));
    command.addAll(words.subList(1, words.size()));
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectOutput(output.toFile())
            .redirectError(errors.toFile())
            .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
    builder.environment().put("AWS_REGION", region);
    builder.environment().put("AWS_DEFAULT_REGION", region);
    builder.environment().put("AWS_DEFAULT_OUTPUT", "json");
    builder.environment().put("AWS_PAGER", "");
    builder.environment().putIfAbsent("AWS_ACCESS_KEY_ID", "albspec");
    builder.environment().putIfAbsent("AWS_SECRET_ACCESS_KEY", "albspec");
    return builder.start();
  }

  private static Answer answer(List<String> words, int exit, String output, String errors)
      throws IOException {
    Matcher error = ERROR.matcher(errors.strip());
    if (exit == 0) {
      return new Answer.Result(operation(words.get(2)), tree(output));
    } else if (error.find()) {
      return new Answer.Refusal(error.group(2), error.group(1), error.group(3), true);
    }
    throw new IllegalStateException("aws failed with %d: %s".formatted(exit, errors.strip()));
  }

  private static JsonNode tree(String output) throws IOException {
    return output.isBlank()
        ? JsonNodeFactory.instance.objectNode()
        : new ObjectMapper().readTree(output.getBytes(UTF_8));
  }

  private static String operation(String command) {
    return Arrays.stream(command.split("-"))
        .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
        .collect(Collectors.joining());
  }
}
