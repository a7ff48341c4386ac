package io.albspec.reports.verdict;

import io.albspec.features.Catalogue;
import io.albspec.features.FeatureFile;
import io.albspec.features.Scenario;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Properties;

/**
 * What runs are judged by.
 *
 * @param version of the catalogue and its scenarios
 * @param catalogue the requirements
 * @param features the scenarios that show them
 */
public record Specification(String version, Catalogue catalogue, List<FeatureFile> features) {

  private static final String EDITION = "/io/albspec/reports/edition.properties";

  /** Copies the list. */
  public Specification {
    features = List.copyOf(features);
  }

  /** The specification of the class path. */
  public static Specification load() {
    return new Specification(edition(), Catalogue.load(), FeatureFile.load());
  }

  /** The version of the catalogue and scenarios of the class path. */
  public static String edition() {
    Properties edition = new Properties();
    try (InputStream in = Specification.class.getResourceAsStream(EDITION)) {
      edition.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + EDITION, e);
    }
    return edition.getProperty("version");
  }

  /** How many scenarios it has, each row of an outline counted. */
  public int scenarios() {
    return features.stream()
        .flatMap(file -> file.scenarios().stream())
        .mapToInt(Scenario::rows)
        .sum();
  }
}
