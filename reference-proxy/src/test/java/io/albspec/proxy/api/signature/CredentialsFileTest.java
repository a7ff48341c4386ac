package io.albspec.proxy.api.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CredentialsFileTest {

  @TempDir private Path folder;

  @Test
  void everyProfileIsAUser() throws IOException {
    Path file =
        file(
            """
            # as the aws CLI writes it
            [default]
            aws_access_key_id = AKIA1
            aws_secret_access_key=one=1

            [ passing ]
            region = us-east-2
            aws_access_key_id = ASIA2
            aws_secret_access_key = two
            aws_session_token = token
            """);

    Map<String, Credential> credentials = CredentialsFile.read(file);

    assertThat(credentials)
        .containsOnly(
            Map.entry("AKIA1", new Credential("default", "AKIA1", "one=1", Optional.empty())),
            Map.entry("ASIA2", new Credential("passing", "ASIA2", "two", Optional.of("token"))));
    assertThat(credentials.toString()).doesNotContain("one=1", "two", "token");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''|there is no profile with credentials",
        "aws_access_key_id = A|line 1: a [profile], or a setting of one, NAME = VALUE, is expected",
        "[a]~words|line 2: a [profile], or a setting of one, NAME = VALUE, is expected",
        "~[a]~aws_access_key_id = A|line 2: the profile a has no aws_secret_access_key",
        "[a]~aws_secret_access_key = A|line 1: the profile a has no aws_access_key_id",
        "[a]~aws_access_key_id = A~aws_access_key_id = B|line 3: aws_access_key_id stands twice in the profile a",
        "[a]~aws_access_key_id=A~aws_secret_access_key=B~[b]~aws_access_key_id=A~aws_secret_access_key=C|line 4: the profile b has the aws_access_key_id of another one"
      })
  void whatIsWrongIsSaidWithItsLine(String text, String message) throws IOException {
    Path file = file(text.replace('~', '\n'));

    assertThatThrownBy(() -> CredentialsFile.read(file))
        .isInstanceOf(IOException.class)
        .hasMessage(file + ": " + message);
  }

  @Test
  void aFileThatIsNotThereIsNamed() {
    Path file = folder.resolve("none");

    assertThatThrownBy(() -> CredentialsFile.read(file))
        .hasMessage(file + ": there is no such file");
  }

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("credentials"), text);
  }
}
