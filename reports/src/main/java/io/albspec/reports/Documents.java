package io.albspec.reports;

import io.albspec.reports.badge.Badge;
import io.albspec.reports.certificate.Certificate;
import io.albspec.reports.certificate.TraceabilityJson;
import io.albspec.reports.guide.Outline;
import io.albspec.reports.junit.JunitXml;
import io.albspec.reports.page.Page;
import io.albspec.reports.verdict.Assessment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The files of a report: always the same bytes for the same evidence and specs. */
final class Documents {

  private final Map<String, byte[]> files = new LinkedHashMap<>();

  Documents(Assessment assessment, Outline outline) {
    files.put(Page.FILE, Page.write(assessment, outline));
    files.put(Certificate.FILE, Certificate.write(assessment));
    files.put(JunitXml.FILE, JunitXml.write(assessment));
    files.put(TraceabilityJson.FILE, TraceabilityJson.write(assessment));
    files.put(Badge.FILE, Badge.write(assessment));
  }

  /** Writes the files into a folder and tells where they are. */
  List<Path> writeTo(Path folder) throws IOException {
    List<Path> written = new ArrayList<>();
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      written.add(Files.write(folder.resolve(file.getKey()), file.getValue()));
    }
    return written;
  }
}
