package io.albspec.proxy.api.signature;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A file of credentials as the aws CLI keeps them: a section for each profile. Settings that are
 * not credentials are read over, since such files have them.
 */
final class CredentialsFile {

  private static final String KEY_ID = "aws_access_key_id";
  private static final String SECRET = "aws_secret_access_key";
  private static final String TOKEN = "aws_session_token";

  private final Path file;
  private final Map<String, Credential> credentials = new LinkedHashMap<>();
  private String profile;
  private int profileLine;
  private Map<String, String> settings = Map.of();

  private CredentialsFile(Path file) {
    this.file = file;
  }

  /**
   * The credentials by their access key ids.
   *
   * @throws IOException naming file and line, if it cannot be read or is wrong
   */
  static Map<String, Credential> read(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new IOException(file + ": there is no such file");
    }
    return new CredentialsFile(file).parsed(Files.readAllLines(file, StandardCharsets.UTF_8));
  }

  private Map<String, Credential> parsed(List<String> lines) throws IOException {
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      if (!line.isEmpty() && !line.startsWith("#") && !line.startsWith(";")) {
        take(line, i + 1);
      }
    }
    endProfile();
    if (credentials.isEmpty()) {
      throw new IOException(file + ": there is no profile with credentials");
    }
    return Map.copyOf(credentials);
  }

  private void take(String line, int number) throws IOException {
    if (line.startsWith("[") && line.endsWith("]")) {
      endProfile();
      profile = line.substring(1, line.length() - 1).strip();
      profileLine = number;
      settings = new LinkedHashMap<>();
      return;
    }
    int equals = line.indexOf('=');
    if (profile == null || equals < 1) {
      throw fault(number, "a [profile], or a setting of one, NAME = VALUE, is expected");
    }
    String name = line.substring(0, equals).strip();
    if (settings.put(name, line.substring(equals + 1).strip()) != null) {
      throw fault(number, "%s stands twice in the profile %s".formatted(name, profile));
    }
  }

  private void endProfile() throws IOException {
    if (profile == null) {
      return;
    }
    Credential credential =
        new Credential(
            profile, required(KEY_ID), required(SECRET), Optional.ofNullable(settings.get(TOKEN)));
    if (credentials.put(credential.accessKeyId(), credential) != null) {
      throw fault(
          profileLine, "the profile %s has the %s of another one".formatted(profile, KEY_ID));
    }
  }

  private String required(String name) throws IOException {
    String value = settings.get(name);
    if (value == null || value.isEmpty()) {
      throw fault(profileLine, "the profile %s has no %s".formatted(profile, name));
    }
    return value;
  }

  private IOException fault(int line, String what) {
    return new IOException("%s: line %d: %s".formatted(file, line, what));
  }
}
