package io.albspec.reports.evidence;

/**
 * The load balancer that was tested.
 *
 * @param vendor who makes it
 * @param product its name
 * @param version of the product
 * @param driver what translated the configuration for it
 */
public record TestedSystem(String vendor, String product, String version, String driver) {

  /** Product and version, as a headline says it. */
  public String title() {
    return version.isBlank() ? product : product + " " + version;
  }
}
