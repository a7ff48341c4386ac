package io.albspec.reports.certificate;

import io.albspec.reports.verdict.Verdict;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** What changed from one certificate to the next, requirement by requirement; the bad first. */
public final class Difference {

  private enum Change {
    NEWLY_FAILING("Newly failing"),
    NEWLY_UNSUPPORTED("Newly unsupported"),
    NO_LONGER_RUN("No longer run"),
    REMOVED("No longer in the catalogue"),
    NEWLY_PASSING("Newly passing"),
    OTHER("Otherwise changed"),
    ADDED("New in the catalogue");

    private final String title;

    Change(String title) {
      this.title = title;
    }
  }

  private final CertificateFile before;
  private final CertificateFile after;
  private final Map<Change, List<String>> changes = new EnumMap<>(Change.class);

  private Difference(CertificateFile before, CertificateFile after) {
    this.before = before;
    this.after = after;
    TreeSet<String> ids = new TreeSet<>(before.verdicts().keySet());
    ids.addAll(after.verdicts().keySet());
    ids.forEach(this::compare);
  }

  /**
   * Compares two certificates.
   *
   * @throws io.albspec.reports.evidence.MalformedEvidenceException if one of the files is none
   */
  public static Difference between(Path before, Path after) throws IOException {
    return new Difference(CertificateFile.read(before), CertificateFile.read(after));
  }

  /** Whether something that had passed does no longer. */
  public boolean regressed() {
    return changes.keySet().stream().anyMatch(change -> change.compareTo(Change.REMOVED) < 0);
  }

  private void compare(String id) {
    Optional<Verdict> was = Optional.ofNullable(before.verdicts().get(id));
    Optional<Verdict> is = Optional.ofNullable(after.verdicts().get(id));
    if (!was.equals(is)) {
      String line =
          "  %-14s %s -> %s%s"
              .formatted(id, text(was), text(is), because(after.messages().get(id)));
      changes.computeIfAbsent(change(was, is), key -> new ArrayList<>()).add(line);
    }
  }

  private static Change change(Optional<Verdict> was, Optional<Verdict> is) {
    if (was.isEmpty() || is.isEmpty()) {
      return was.isEmpty() ? Change.ADDED : Change.REMOVED;
    }
    boolean worse = is.get().compareTo(was.get()) > 0;
    return switch (is.get()) {
      case FAILED, ERROR, UNSTABLE -> worse ? Change.NEWLY_FAILING : Change.OTHER;
      case UNSUPPORTED -> worse ? Change.NEWLY_UNSUPPORTED : Change.OTHER;
      case NOT_RUN -> worse ? Change.NO_LONGER_RUN : Change.OTHER;
      case PASSED -> Change.NEWLY_PASSING;
      case OBSERVED, WAIVED, WARNED -> Change.OTHER;
    };
  }

  private static String text(Optional<Verdict> verdict) {
    return verdict.map(Verdict::text).orElse("absent").toLowerCase(Locale.ROOT);
  }

  private static String because(String message) {
    return message == null || message.isEmpty() ? "" : ": " + message;
  }

  /** The changes as text, each group under its title; ends with a line feed. */
  public String render() {
    StringBuilder out = new StringBuilder();
    out.append(before.title()).append(" (").append(before.result()).append(") -> ");
    out.append(after.title()).append(" (").append(after.result()).append(")\n");
    if (!before.catalogue().equals(after.catalogue())) {
      out.append("The catalogues differ.\n");
    }
    changes.forEach(
        (change, lines) -> {
          out.append("\n%s (%d)\n".formatted(change.title, lines.size()));
          lines.forEach(line -> out.append(line).append('\n'));
        });
    if (changes.isEmpty()) {
      out.append("No requirement has another verdict.\n");
    }
    return out.toString();
  }
}
