package io.albspec.reports;

import io.albspec.reports.certificate.Certificate;
import io.albspec.reports.verdict.Assessment;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Compares a certificate with what it should be. */
final class Verification {

  private Verification() {}

  /** The first difference, for people; empty if every byte is right. */
  static Optional<String> deviation(Assessment assessment, Path folder) throws IOException {
    Path file = folder.resolve(Certificate.FILE);
    byte[] found = Files.readAllBytes(file);
    byte[] expected = Certificate.write(assessment);
    if (Arrays.equals(found, expected)) {
      return Optional.empty();
    }
    List<String> is = lines(found);
    List<String> should = lines(expected);
    int line = 0;
    while (line < is.size() && line < should.size() && is.get(line).equals(should.get(line))) {
      line++;
    }
    return Optional.of(
        "%s, line %d: is '%s', must be '%s'"
            .formatted(file, line + 1, at(is, line), at(should, line)));
  }

  private static List<String> lines(byte[] bytes) {
    return Arrays.asList(new String(bytes, StandardCharsets.UTF_8).split("\n", -1));
  }

  private static String at(List<String> lines, int index) {
    return index < lines.size() ? lines.get(index).strip() : "";
  }
}
