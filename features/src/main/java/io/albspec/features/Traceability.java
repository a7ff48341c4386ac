package io.albspec.features;

import io.albspec.features.Requirement.Plane;
import io.albspec.features.Requirement.Tier;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What ties the catalogue to the feature files: which requirement is shown where, and holes. */
public final class Traceability {

  private static final Pattern ID = Pattern.compile("[A-Z]+-[A-Z0-9]+-[0-9]{3}");

  private final Catalogue catalogue;
  private final List<FeatureFile> files;

  /** Compares these; neither is changed. */
  public Traceability(Catalogue catalogue, List<FeatureFile> files) {
    this.catalogue = catalogue;
    this.files = List.copyOf(files);
  }

  /** Everything that is wrong, each as a sentence; empty if nothing is. */
  public List<String> faults() {
    List<String> faults = new ArrayList<>();
    Set<String> shown =
        files.stream()
            .flatMap(file -> file.scenarios().stream())
            .flatMap(scenario -> scenario.tagged(Tags.REQUIREMENT).stream())
            .collect(Collectors.toSet());
    catalogue.requirements().forEach(each -> check(each, shown, faults));
    FeatureFileLint lint = new FeatureFileLint(catalogue);
    files.forEach(file -> faults.addAll(lint.faults(file)));
    return faults;
  }

  private static void check(Requirement requirement, Set<String> shown, List<String> faults) {
    String id = requirement.id();
    if (!ID.matcher(id).matches()) {
      faults.add("The id " + id + " is not of the form AREA-TOPIC-NNN.");
    }
    if (requirement.plane() == Plane.AWS_ONLY) {
      if (requirement.notes().isBlank()) {
        faults.add("The requirement " + id + " is aws-only and gives no reason in its notes.");
      }
    } else if (requirement.tier() == Tier.CORE && !shown.contains(id)) {
      faults.add("The core requirement " + id + " has no scenario.");
    }
  }
}
