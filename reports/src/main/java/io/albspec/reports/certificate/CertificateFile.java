package io.albspec.reports.certificate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.albspec.reports.evidence.MalformedEvidenceException;
import io.albspec.reports.verdict.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/**
 * A certificate as it is read back, as far as two of them are compared.
 *
 * @param title the system it is about
 * @param catalogue SHA-256 of the catalogue
 * @param result of the run as a whole
 * @param verdicts by requirement
 * @param messages why requirements have not passed, by requirement
 */
record CertificateFile(
    String title,
    String catalogue,
    String result,
    Map<String, Verdict> verdicts,
    Map<String, String> messages) {

  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * Reads a certificate.
   *
   * @param place the file, or the folder of a report
   * @throws MalformedEvidenceException if the file is none
   */
  static CertificateFile read(Path place) throws IOException {
    Path file = Files.isDirectory(place) ? place.resolve("certificate.json") : place;
    JsonNode root = parse(file);
    if (!root.path("schema").asText().equals(Certificate.SCHEMA)) {
      throw fault(file, "is not of the schema " + Certificate.SCHEMA);
    }
    Map<String, Verdict> verdicts = new TreeMap<>();
    root.path("verdicts")
        .properties()
        .forEach(each -> verdicts.put(each.getKey(), verdict(file, each.getValue().asText())));
    Map<String, String> messages = new TreeMap<>();
    root.path("failing")
        .forEach(each -> messages.put(each.path("id").asText(), each.path("message").asText()));
    root.path("unsupported")
        .forEach(each -> messages.put(each.path("id").asText(), each.path("reason").asText()));
    String title = root.at("/system/product").asText() + " " + root.at("/system/version").asText();
    return new CertificateFile(
        title.strip(),
        root.at("/catalogue/sha256").asText(),
        root.path("result").asText(),
        verdicts,
        messages);
  }

  private static JsonNode parse(Path file) throws IOException {
    try {
      return JSON.readTree(Files.readAllBytes(file));
    } catch (JsonProcessingException e) {
      throw fault(file, "is not JSON: " + e.getOriginalMessage());
    }
  }

  private static Verdict verdict(Path file, String key) {
    return Arrays.stream(Verdict.values())
        .filter(verdict -> verdict.key().equals(key))
        .findFirst()
        .orElseThrow(() -> fault(file, "has an unknown verdict: " + key));
  }

  private static MalformedEvidenceException fault(Path file, String fault) {
    return new MalformedEvidenceException(file.toString(), fault);
  }
}
