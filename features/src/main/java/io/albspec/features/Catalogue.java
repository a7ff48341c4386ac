package io.albspec.features;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All requirements, in the order of their files and lines. */
public final class Catalogue {

  private final List<Requirement> requirements;
  private final Map<String, Requirement> byId;

  /**
   * Takes the requirements as they are.
   *
   * @throws IllegalStateException if two have the same id
   */
  public Catalogue(List<Requirement> requirements) {
    this.requirements = List.copyOf(requirements);
    this.byId = new LinkedHashMap<>();
    for (Requirement requirement : this.requirements) {
      Requirement before = byId.put(requirement.id(), requirement);
      if (before != null) {
        throw new IllegalStateException(
            "the id %s stands twice, in the chapters %s and %s"
                .formatted(requirement.id(), before.chapter(), requirement.chapter()));
      }
    }
  }

  /**
   * The catalogue of the class path: every {@code requirements/<chapter>.tsv}.
   *
   * @throws MalformedCatalogueException if a line is not a requirement
   * @throws IllegalStateException if two lines have the same id
   */
  public static Catalogue load() {
    return new Catalogue(
        TextResource.below("requirements", ".tsv").stream()
            .flatMap(file -> CatalogueReader.read(file).stream())
            .toList());
  }

  /** Every requirement. */
  public List<Requirement> requirements() {
    return requirements;
  }

  /** The requirement of that id. */
  public Optional<Requirement> find(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  /** Identifies exactly this set of requirements: SHA-256 in hexadecimal. */
  public String sha256() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (Requirement requirement : requirements) {
        digest.update((requirement + "\n").getBytes(StandardCharsets.UTF_8));
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
