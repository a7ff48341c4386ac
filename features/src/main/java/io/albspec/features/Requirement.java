package io.albspec.features;

/**
 * One testable statement of the guide: a line of the requirement catalogue.
 *
 * @param id permanent, such as {@code LB-HOST-003}
 * @param line where the guide first states it
 * @param chapter the catalogue file it stands in, without its extension
 * @param section the guide's section title
 * @param statement the assertion in our words, with exact values
 * @param plane where it holds
 * @param observable how it can be seen
 * @param tier whether any user relies on it
 * @param feature the feature group, such as {@code host-header}
 * @param notes contradictions, ambiguities and further lines; may be empty
 */
public record Requirement(
    String id,
    int line,
    String chapter,
    String section,
    String statement,
    Plane plane,
    Observable observable,
    Tier tier,
    String feature,
    String notes) {

  /** Where a requirement holds. */
  public enum Plane {
    DATA,
    CONTROL,
    MONITORING,
    CONSOLE,
    /** Cannot exist outside AWS; needs a reason in the notes instead of a scenario. */
    AWS_ONLY
  }

  /** How a requirement can be seen. */
  public enum Observable {
    HTTP,
    API,
    LOG,
    METRIC,
    DNS,
    UI,
    NONE
  }

  /** How much depends on a requirement. */
  public enum Tier {
    CORE,
    EXTENDED
  }
}
